package org.deltabed.agent.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.deltabed.agent.core.Halted;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.trace.Kind;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node does when a driver says that it missed edges, or that a line is gone. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostLinesTest {
  private final PinRecords records = new PinRecords();
  private final ListJournal journal = new ListJournal();

  @Test
  void withoutItsCrashLineANodeStopsAndSaysWhy() {
    new NodePins.CrashLine(records).lost(new IOException("the chip was unplugged"));
    Loop loop =
        new Loop(
            NodeSettings.of(testbed(), 1, 1, 1, BusKey.of(new byte[BusKey.BYTES])),
            (bytes, offset, length) -> {},
            0,
            journal,
            MonotonicClock.system(),
            new CommandDesk(),
            new StatusBoard(),
            records);
    Halted halted = assertThrows(Halted.class, loop::run);
    assertEquals(Halted.FAIL_SILENT, halted.exitCode());
    assertEquals(Kind.HALT, journal.kinds.getLast());
    assertTrue(
        journal.data.getLast().contains("the CRASH line is lost: the chip was unplugged"),
        journal.data.getLast());
    assertEquals(journal.records(), journal.forced);
  }

  @Test
  void missedSyncEdgesAreToldWithTheNextOne() {
    var wire = new NodePins.SyncWire(records, MonotonicClock.system());
    wire.edge(true, 1_000);
    wire.missed(3);
    wire.missed(2);
    wire.edge(false, 2_000);
    records.drain(journal);
    assertEquals(List.of(Kind.SYNC, Kind.SYNC), journal.kinds);
    assertEquals(5, journal.bs.getLast());
  }

  private static Testbed testbed() {
    List<NodeSpec> nodes =
        List.of(
            new NodeSpec(1, "n0", 0, NodeSpec.VIRTUAL, Map.of(), "process"),
            new NodeSpec(2, "n1", 1, NodeSpec.VIRTUAL, Map.of(), "process"));
    BusSpec bus = new BusSpec(1_000_000, 96, 1, 20_000, 4_000_000, 1_000_000, false);
    ClockSpec clock = new ClockSpec(500_000, 100, false);
    return new Testbed("test", nodes, bus, clock, new BrokerSpec(true, "127.0.0.1", 0, false));
  }
}
