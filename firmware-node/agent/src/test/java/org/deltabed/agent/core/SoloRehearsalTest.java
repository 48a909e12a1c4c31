package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.api.Test;

class SoloRehearsalTest {
  private final Cluster cluster = new Cluster(3);

  @Test
  void everyProtocolCanBePlayedAlone() {
    for (VirtualNode node : cluster.line.nodes) {
      for (Protocol protocol : Catalogue.protocols()) {
        RunOrder order = cluster.order(protocol.id(), node.process, 9, null);
        SoloRehearsal.perform(protocol, order, node.settings);
      }
    }
  }

  @Test
  void everyProtocolForByzantineProcessesCanBePlayedWithKeys() {
    VirtualNode node = cluster.node(1);
    for (Protocol protocol : Catalogue.protocols()) {
      if (protocol.model().isByzantine()) {
        RunOrder order = cluster.order(protocol.id(), node.process, 9, null);
        SignedRehearsal.perform(protocol, node.settings.n(), order);
      }
    }
  }

  @Test
  void nothingOfItIsRecorded() {
    cluster.start();
    VirtualNode node = cluster.node(1);
    long before = node.journal.records();
    Run.prepare(cluster.order("C2", 1, 9, null), node.settings, node.journal);
    assertEquals(before, node.journal.records());
  }
}
