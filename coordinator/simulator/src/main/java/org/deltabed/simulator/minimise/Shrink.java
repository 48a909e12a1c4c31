package org.deltabed.simulator.minimise;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/** Smaller systems. */
final class Shrink {
  private Shrink() {}

  /** Without that process; those of greater rank move up. Null if nobody is left. */
  static Setting without(int process, Setting setting) {
    if (setting.n() == 1) {
      return null;
    }
    List<Value> values = new ArrayList<>(setting.values());
    values.remove(process - 1);
    int n = setting.n() - 1;
    return new Setting(
        setting.protocolId(),
        setting.variant(),
        n,
        Math.min(setting.f(), setting.protocol().model().crashesMax(n)),
        values,
        setting.requestsEach(),
        liberties(setting.liberties(), process));
  }

  static Setting withF(Setting setting, int f) {
    return new Setting(
        setting.protocolId(),
        setting.variant(),
        setting.n(),
        f,
        setting.values(),
        setting.requestsEach(),
        setting.liberties());
  }

  static Setting withRequestsEach(Setting setting, int each) {
    return new Setting(
        setting.protocolId(),
        setting.variant(),
        setting.n(),
        setting.f(),
        setting.values(),
        each,
        setting.liberties());
  }

  private static Liberties liberties(Liberties given, int leftOut) {
    return new Liberties(
        ranks(given.byzantine(), leftOut),
        given.falseSuspicions(),
        given.losses(),
        given.repetitions());
  }

  /** The new rank of a process where another is left out. */
  static int rank(int process, int leftOut) {
    return process > leftOut ? process - 1 : process;
  }

  static ProcessSet ranks(ProcessSet processes, int leftOut) {
    ProcessSet ranks = ProcessSet.EMPTY;
    for (int p = processes.first(); p != 0; p = processes.next(p)) {
      ranks = p == leftOut ? ranks : ranks.with(rank(p, leftOut));
    }
    return ranks;
  }
}
