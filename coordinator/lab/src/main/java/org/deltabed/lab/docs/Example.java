package org.deltabed.lab.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.explore.Question;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.simulator.story.SpaceTime;

/**
 * A run that is worth a picture, of three processes, or of as many as it takes for one to be
 * allowed to crash: p1 crashes in its own slot, and p2 in its own too where two may crash; whom
 * their frames reach is chosen so that the last indication comes as late as it can.
 */
record Example(Execution execution) {
  private static final int FEW = 3;

  /** Of what never comes to an end. */
  private static final int SHOWN_CYCLES = 4;

  static Example of(Protocol protocol) {
    int n = FEW;
    while (protocol.model().crashesMax(n) == 0) {
      n++;
    }
    int f = protocol.model().crashesMax(n);
    Question question = Question.of(protocol, n, f, 1);
    // Different values, so that it shows whose is decided.
    List<Value> values =
        LongStream.rangeClosed(1, n).<Value>mapToObj(p -> new Num(10 * p)).toList();
    Setting setting = new Setting(protocol.id(), "", n, f, values, 1);
    int cycles = question.crashCycles() + question.settleCycles();
    List<Execution> runs = new ArrayList<>();
    for (List<Crash> crashes : crashes(n, f)) {
      runs.add(LockstepRun.run(new LockstepSchedule(setting, cycles, crashes)));
    }
    Execution latest = latest(runs, protocol.top());
    boolean isEndless = lastIndication(latest, protocol.top()) >= (cycles - 1) * n;
    return new Example(
        isEndless
            ? LockstepRun.run(
                new LockstepSchedule(
                    setting, SHOWN_CYCLES, ((LockstepSchedule) latest.schedule()).crashes()))
            : latest);
  }

  /** The first of those that are equally late: fewer crashes are easier to read. */
  private static Execution latest(List<Execution> runs, String top) {
    Execution latest = runs.getFirst();
    for (Execution run : runs) {
      latest = lastIndication(run, top) > lastIndication(latest, top) ? run : latest;
    }
    return latest;
  }

  /** p1's crash alone at first, its frame reaching p2; then with p2's in that cycle or the next. */
  private static List<List<Crash>> crashes(int n, int f) {
    List<List<Crash>> all = new ArrayList<>();
    List<ProcessSet> ofFirst =
        List.of(ProcessSet.of(2), ProcessSet.of(3), ProcessSet.EMPTY, ProcessSet.of(2, 3));
    for (ProcessSet reached : ofFirst) {
      all.add(List.of(new Crash(1, 0, reached)));
    }
    if (f < 2) {
      return all;
    }
    for (ProcessSet reached : ofFirst) {
      for (int slot : List.of(1, 1 + n)) {
        all.add(List.of(new Crash(1, 0, reached), new Crash(2, slot, ProcessSet.of(3))));
        all.add(List.of(new Crash(1, 0, reached), new Crash(2, slot, ProcessSet.EMPTY)));
      }
    }
    return all;
  }

  private static int lastIndication(Execution run, String top) {
    int last = -1;
    for (Happening happening : run.happenings()) {
      if (happening instanceof Happening.Did(int time, _, var instance, var direction, _)
          && direction == Direction.INDICATION
          && instance.equals(top)) {
        last = Math.max(last, time);
      }
    }
    return last;
  }

  /** The picture, an SVG document. */
  String picture() {
    return SpaceTime.of(execution);
  }

  /** How many processes there are. */
  int n() {
    return execution.schedule().setting().n();
  }

  /** What is to be seen, in words. */
  String words() {
    LockstepSchedule schedule = (LockstepSchedule) execution.schedule();
    return schedule.crashes().stream().map(Example::words).collect(Collectors.joining("; ")) + ".";
  }

  private static String words(Crash crash) {
    List<String> reached = new ArrayList<>();
    crash.reached().forEach(p -> reached.add("p" + p));
    return "p"
        + crash.process()
        + " crashes in its slot "
        + crash.slot()
        + ", and its frame reaches "
        + (reached.isEmpty() ? "nobody" : String.join(" and ", reached));
  }
}
