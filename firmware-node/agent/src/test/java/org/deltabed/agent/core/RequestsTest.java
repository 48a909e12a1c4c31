package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class RequestsTest {
  @Test
  void requestKIsMadeAtTheStartOfSlotZeroOfCycleK() {
    Cluster cluster = new Cluster(3);
    cluster.requestsEach = 3;
    int startRound = cluster.start().startRun("B1", 6);
    cluster.runCycles(9);
    for (VirtualNode node : cluster.line.nodes) {
      List<TraceRecord> requests = events(node, "\"instance\":\"beb\",\"direction\":\"request\"");
      assertEquals(3, requests.size());
      for (int k = 0; k < 3; k++) {
        assertEquals(startRound + k, requests.get(k).round());
        assertEquals(0, requests.get(k).slot());
        assertTrue(
            requests.get(k).data().contains(":" + (k * 1_000_000 + 10 + node.process) + "}"),
            requests.get(k).data());
      }
      assertEquals(9, events(node, "\"event\":\"Deliver\"").size());
    }
  }

  @Test
  void aMessageThatFitsTheNextFrameTakesOne() {
    Cluster cluster = new Cluster(3).start();
    cluster.startRun("B1", 4);
    cluster.runCycles(7);
    for (TraceRecord hand : cluster.node(2).journal.of(Kind.HAND)) {
      assertEquals(1, hand.b());
    }
  }

  @Test
  void whatNoProtocolCanDoIsRefused() {
    Cluster cluster = new Cluster(3).start();
    VirtualNode node = cluster.node(1);
    for (int each : List.of(0, 101)) {
      cluster.requestsEach = each;
      RunOrder order = cluster.order("B1", 1, 4, null);
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> Run.prepare(order, node.settings, node.journal));
      assertEquals("requestsEach " + each, refused.getMessage());
    }
  }

  private static List<TraceRecord> events(VirtualNode node, String part) {
    return node.journal.of(Kind.EVENT).stream()
        .filter(record -> record.data().contains(part))
        .toList();
  }
}
