package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** The nodes of a schedule, powered on, on one line and in one time. */
final class TimedCluster {
  private static final int SESSION = 0x7195;
  private static final BusKey KEY = BusKey.of(new byte[BusKey.BYTES]);
  private static final long POWER_ON_NS = 1_000_000_000L;

  /** Clocks that are not shared began at different times. */
  private static final long OFFSET_NS_MAX = 1_000_000_000_000L;

  final VirtualTime time = new VirtualTime(POWER_ON_NS);
  final List<TraceRecord> records = new ArrayList<>();
  final TimedWitness witness = new TimedWitness(time, records);
  final TimedLine line;
  final List<TimedNode> nodes = new ArrayList<>();

  TimedCluster(TimedSchedule schedule, TimedLine.Listener listener) {
    Testbed testbed = schedule.testbed();
    SplittableRandom random = new SplittableRandom(schedule.seed());
    line =
        new TimedLine(
            time,
            testbed,
            random.nextLong(),
            (transmission, bytes) -> {
              witness.passed(transmission);
              listener.passed(transmission, bytes);
              nodes.forEach(node -> node.passed(bytes, node.process == transmission.process));
            });
    for (NodeSpec spec : testbed.nodes()) {
      NodeSettings settings = NodeSettings.of(testbed, spec.id(), 1, SESSION, KEY);
      long offsetNs = testbed.clock().shared() ? 0 : random.nextLong(OFFSET_NS_MAX);
      DriftingClock clock = new DriftingClock(offsetNs, schedule.driftPpm().get(spec.slot()));
      TimedJournal journal = new TimedJournal(spec.id(), 1, clock, records);
      boot(journal, clock, 0, TraceRecord.NONE);
      Lateness lateness = new Lateness(schedule, settings.self());
      nodes.add(new TimedNode(settings, time, line, witness, clock, journal, lateness));
    }
  }

  private void boot(TimedJournal journal, DriftingClock clock, int previousBoot, long lastSeq) {
    journal.add(
        Kind.BOOT,
        TraceRecord.NONE,
        TraceRecord.NONE,
        0,
        clock.readingNs(time.nowNs()),
        previousBoot,
        lastSeq,
        "{\"agent\":\"simulated\"}");
  }

  TimedNode node(int process) {
    return nodes.get(process - 1);
  }

  List<TimedNode> living() {
    return nodes.stream().filter(TimedNode::alive).toList();
  }

  /** The power of a node is cut now, unless it has none any more. */
  void cut(int process) {
    TimedNode node = node(process);
    if (node.alive()) {
      line.cut(process);
      node.cut();
      witness.cut(process);
    }
  }

  /** Gives power back after the run, so that each spool is read to its end. */
  void restore(Testbed testbed) {
    for (TimedNode node : nodes) {
      if (!node.alive()) {
        witness.powerOn(node.process);
        int id = testbed.node(node.process).id();
        TimedJournal next = new TimedJournal(id, 2, node.clock, records);
        boot(next, node.clock, 1, node.journal.records() - 1);
      }
    }
  }
}
