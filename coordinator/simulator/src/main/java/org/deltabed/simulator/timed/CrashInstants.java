package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Timing;

/**
 * All instants of a run without crashes at which something changes for a node: whatever happens to
 * any node, each byte of its own frames, its deadlines; and the nanosecond before and after each.
 * Between two neighbours it does not matter when the power goes: all is the same afterwards.
 */
final class CrashInstants implements RunObserver {
  private final TimedRun run;
  private final Timing timing;
  private final TreeSet<Long> ofAll = new TreeSet<>();
  private final List<TreeSet<Long>> ofEach = new ArrayList<>();

  private CrashInstants(TimedSchedule schedule) {
    timing = schedule.testbed().timing();
    for (int process = 1; process <= schedule.testbed().n(); process++) {
      ofEach.add(new TreeSet<>());
    }
    run = new TimedRun(schedule.with(List.of()), this);
  }

  /**
   * By process from index 0: its instants in the first cycles, as {@link TimedCrash} counts them.
   * Those before its run began are left out, since a node without a RUN_START proves nothing.
   */
  static List<long[]> of(TimedSchedule schedule, int cycles) {
    CrashInstants instants = new CrashInstants(schedule);
    instants.run.play();
    List<long[]> all = new ArrayList<>();
    for (int process = 1; process <= schedule.testbed().n(); process++) {
      all.add(instants.of(process, cycles));
    }
    return all;
  }

  /**
   * Draws so many processes, and an instant for each: every set is as likely as any other. One that
   * has no instants, since its run never began, is left out.
   */
  static List<TimedCrash> draw(List<long[]> instants, int many, SplittableRandom random) {
    List<TimedCrash> crashes = new ArrayList<>();
    int left = many;
    for (int process = 1; process <= instants.size(); process++) {
      if (random.nextInt(instants.size() - process + 1) < left) {
        left--;
        long[] each = instants.get(process - 1);
        if (each.length > 0) {
          crashes.add(new TimedCrash(process, each[random.nextInt(each.length)]));
        }
      }
    }
    return crashes;
  }

  private long[] of(int process, int cycles) {
    int node = run.nodeId(process);
    long startNs = run.runStartNs();
    long firstNs =
        run.cluster().records.stream()
            .filter(record -> record.kind() == Kind.RUN_START && record.node() == node)
            .mapToLong(TraceRecord::timeNs)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    TreeSet<Long> each = new TreeSet<>();
    for (TreeSet<Long> changes : List.of(ofAll, ofEach.get(process - 1))) {
      for (long changeNs : changes) {
        each.addAll(List.of(changeNs - 1, changeNs, changeNs + 1));
      }
    }
    return each.stream()
        .mapToLong(ns -> ns)
        .filter(ns -> ns > firstNs && ns <= startNs + cycles * timing.cycleNs())
        .map(ns -> ns - startNs)
        .toArray();
  }

  @Override
  public void happened(long lineNs) {
    ofAll.add(lineNs);
  }

  @Override
  public void passed(Transmission frame) {
    TreeSet<Long> own = ofEach.get(frame.process - 1);
    own.add(frame.startNs());
    for (int i = 0; i < frame.length(); i++) {
      own.add(frame.byteEndNs(i));
    }
    for (TimedNode node : run.cluster().nodes) {
      long slotNs = node.slotStartNs(run.position(frame));
      ofEach
          .get(node.process - 1)
          .addAll(
              List.of(
                  slotNs,
                  slotNs + timing.sendSlackNs(),
                  slotNs + timing.arrivalDeadlineNs(),
                  slotNs + timing.stepDeadlineNs()));
    }
  }
}
