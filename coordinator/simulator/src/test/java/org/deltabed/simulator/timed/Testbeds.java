package org.deltabed.simulator.timed;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** Testbeds and schedules for tests. Node ids are not the ranks: process p is node p + 10. */
final class Testbeds {
  static final long MS = 1_000_000;

  /** As much as a host may take whose J was measured: J is four times its worst lateness. */
  static final Jitter MEASURED = new Jitter(Jitter.Shape.UNIFORM, 25);

  private Testbeds() {}

  /** Boards with clocks of their own, otherwise like the virtual testbeds. */
  static Testbed own(int n) {
    return of(n, new ClockSpec(2 * MS, 100, false));
  }

  /** Processes of one machine. */
  static Testbed shared(int n) {
    return of(n, new ClockSpec(2 * MS, 100, true));
  }

  private static Testbed of(int n, ClockSpec clock) {
    List<NodeSpec> nodes =
        IntStream.rangeClosed(1, n)
            .mapToObj(
                p -> new NodeSpec(p + 10, "node" + p, p - 1, NodeSpec.VIRTUAL, Map.of(), "process"))
            .toList();
    BusSpec bus = new BusSpec(1_000_000, 96, Math.max(1, n - 1), 20_000, 10 * MS, 4 * MS, true);
    return new Testbed("test-" + n, nodes, bus, clock, new BrokerSpec(true, "127.0.0.1", 0, false));
  }

  /** Neighbours' clocks drift apart as fast as they may. */
  static List<Integer> apart(Testbed testbed) {
    int ppm = testbed.clock().driftPpmMax();
    return IntStream.range(0, testbed.n()).map(i -> i % 2 == 0 ? ppm : -ppm).boxed().toList();
  }

  static TimedSchedule schedule(Testbed testbed, Jitter jitter, TimedCrash... crashes) {
    int n = testbed.n();
    return new TimedSchedule(
        testbed,
        "C2",
        "",
        n - 1,
        1,
        7,
        LongStream.rangeClosed(1, n).boxed().toList(),
        testbed.clock().shared() ? Collections.nCopies(n, 0) : apart(testbed),
        jitter,
        List.of(crashes),
        4);
  }

  static TimedSchedule drifting(Testbed testbed, List<Integer> driftPpm) {
    TimedSchedule like = schedule(testbed, MEASURED);
    return new TimedSchedule(
        testbed,
        like.protocol(),
        like.variant(),
        like.crashesMax(),
        like.requestsEach(),
        like.seed(),
        like.proposals(),
        driftPpm,
        like.jitter(),
        like.crashes(),
        12);
  }

  /** One combination of proposals, drift and jitter; crashes in the first cycle. */
  static ExploredSpace space(Testbed testbed, String variant, int crashesMax, Jitter jitter) {
    ExploredSpace all = ExploredSpace.of(testbed, "C2", variant, crashesMax, 1, 7);
    return new ExploredSpace(
        testbed,
        all.protocol(),
        variant,
        crashesMax,
        all.requestsEach(),
        all.rounds(),
        all.cycles(),
        all.seed(),
        all.proposals(),
        List.of(all.drifts().getFirst()),
        List.of(jitter));
  }

  static TimedReport everyInstant(ExploredSpace space) {
    return new TimedExplorer(space, 2, () -> false, (_, _) -> {}).everyInstant(50);
  }

  static List<TraceRecord> of(TimedOutcome outcome, Kind kind) {
    return outcome.records().stream().filter(record -> record.kind() == kind).toList();
  }
}
