package org.deltabed.agent.shell;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.agent.core.Journal;
import org.deltabed.trace.Kind;

/** What was recorded, as far as these tests ask. */
final class ListJournal implements Journal {
  final List<Kind> kinds = new ArrayList<>();
  final List<Integer> rounds = new ArrayList<>();
  final List<Long> bs = new ArrayList<>();
  final List<String> data = new ArrayList<>();
  long forced;

  @Override
  public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
    add(kind, round, slot, peer, timeNs, a, b, "");
  }

  @Override
  public void add(
      Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String text) {
    kinds.add(kind);
    rounds.add(round);
    bs.add(b);
    data.add(text);
  }

  @Override
  public void force() {
    forced = kinds.size();
  }

  @Override
  public long records() {
    return kinds.size();
  }
}
