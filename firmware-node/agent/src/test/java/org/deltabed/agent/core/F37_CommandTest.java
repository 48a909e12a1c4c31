package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

class F37_CommandTest {
  @Test
  void commandsOfAnotherRunAreRejectedAndRecorded() {
    Cluster cluster = new Cluster(3).start();
    VirtualNode node = cluster.node(1);
    RunOrder order = cluster.order("C2", 1, 4, null);
    Run run = Run.prepare(order, node.settings, node.journal);
    long nowNs = node.clockNs();
    assertTrue(node.node().prepare(run, nowNs).ok());
    assertFalse(node.node().start("ffffffffffffffff", node.node().round() + 3, nowNs).ok());
    assertFalse(node.node().cancel("ffffffffffffffff", nowNs).ok());
    assertEquals(2, node.journal.of(Kind.COMMAND_REJECTED).size());
    assertEquals(RunState.PREPARED, run.state());
  }

  @Test
  void aStartThatComesTooLateIsRefused() {
    Cluster cluster = new Cluster(3).start();
    VirtualNode node = cluster.node(1);
    Run run = Run.prepare(cluster.order("C2", 1, 4, null), node.settings, node.journal);
    long nowNs = node.clockNs();
    node.node().prepare(run, nowNs);
    Answer answer = node.node().start(Cluster.NONCE, node.node().round(), nowNs);
    assertFalse(answer.ok());
    assertTrue(answer.reason().startsWith("too late"), answer.reason());
  }

  @Test
  void aStartThatIsDeliveredTwiceIsOne() {
    Cluster cluster = new Cluster(3).start();
    VirtualNode node = cluster.node(1);
    Run run = Run.prepare(cluster.order("C2", 1, 4, null), node.settings, node.journal);
    long nowNs = node.clockNs();
    node.node().prepare(run, nowNs);
    int round = node.node().round() + 2;
    assertTrue(node.node().start(Cluster.NONCE, round, nowNs).ok());
    assertTrue(node.node().start(Cluster.NONCE, round, nowNs).ok());
    assertFalse(node.journal.has(Kind.COMMAND_REJECTED));
  }

  @Test
  void anOrderForAnotherBootIsRefused() {
    Cluster cluster = new Cluster(3).start();
    VirtualNode node = cluster.node(1);
    RunOrder order = cluster.order("C2", 1, 4, null);
    RunOrder other =
        new RunOrder(
            order.run(),
            order.nonce(),
            order.protocol(),
            "",
            order.wiringHash(),
            List.of(2, 1, 1),
            2,
            4,
            1,
            1,
            null);
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> Run.prepare(other, node.settings, node.journal));
    assertEquals("this is boot 1, not 2", refused.getMessage());
  }

  @Test
  void aRunWithAnImpossibleNameIsRefusedBeforeItIsPrepared() {
    Cluster cluster = new Cluster(3);
    VirtualNode node = cluster.node(1);
    for (String name : List.of("", "../r01", "r".repeat(65))) {
      RunOrder order = cluster.order("C2", 1, 4, null);
      RunOrder named =
          new RunOrder(
              name, order.nonce(), "C2", "", order.wiringHash(), order.boots(), 2, 4, 1, 1, null);
      assertThrows(
          IllegalArgumentException.class,
          () -> Run.prepare(named, node.settings, node.journal),
          name);
    }
  }
}
