package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.Frame;
import org.deltabed.wire.FrameEncoder;
import org.deltabed.wire.MessageCodec;
import org.deltabed.wire.MessageOutbox;
import org.junit.jupiter.api.Test;

/** F19: a message in a correct frame that is for nobody, or is none, is counted and dropped. */
class F19_BadMessageTest {
  @Test
  void aMessageForAnInstanceThatTheProtocolLacks() {
    byte[] message = new byte[16];
    int length = MessageCodec.encode(200, 3, new Num(1), message);
    countedAndDropped(Arrays.copyOf(message, length), "unknown-instance");
  }

  @Test
  void aMessageThatIsNone() {
    countedAndDropped(new byte[] {0, 63}, "malformed-message");
  }

  @Test
  void aMessageWithoutItsBeginning() {
    byte[] lastFragment = {0x40, 1, 1};
    check(lastFragment, "stream-no-beginning");
  }

  private static void countedAndDropped(byte[] message, String reason) {
    MessageOutbox outbox = new MessageOutbox(4, 64, 64);
    assertEquals(MessageOutbox.Offer.QUEUED, outbox.offer(message, 0, message.length));
    Frame frame = new Frame(new Cluster(3).node(1).settings.layout());
    outbox.fill(frame);
    check(Arrays.copyOf(frame.payload(), frame.payloadBytes()), reason);
  }

  /** Process 2, which is dead, seems to send this payload in the run's first round. */
  private static void check(byte[] payload, String reason) {
    Cluster cluster = new Cluster(3).start();
    int round = cluster.startRun("C2", 4);
    cluster.node(2).powerOff();
    cluster.runToSlot(round, 1);
    cluster.line.runUntil(cluster.line.nowNs() + cluster.timing.slotNs() / 4);
    cluster.line.inject(frame(cluster, round, payload));
    cluster.runCycles(6);
    for (int process : new int[] {1, 3}) {
      MemoryJournal journal = cluster.node(process).journal;
      List<TraceRecord> rejects =
          journal.of(Kind.REJECT).stream().filter(it -> it.data().contains(reason)).toList();
      assertEquals(1, rejects.size(), journal.of(Kind.REJECT).toString());
      assertEquals(1, rejects.getFirst().a());
      assertEquals(2, rejects.getFirst().peer());
      assertFalse(journal.has(Kind.FAILURE));
      assertTrue(journal.of(Kind.ARRIVE).stream().noneMatch(arrive -> arrive.peer() == 2));
      assertTrue(cluster.node(process).alive());
      assertEquals(1, cluster.decisions(process).size());
    }
  }

  private static byte[] frame(Cluster cluster, int round, byte[] payload) {
    Frame frame =
        new Frame(cluster.node(1).settings.layout())
            .session(Cluster.SESSION)
            .boot(1)
            .round(round)
            .sender(2)
            .payload(payload, 0, payload.length);
    byte[] out = new byte[256];
    int length =
        new FrameEncoder(cluster.node(1).settings.layout(), Cluster.KEY).encode(frame, out);
    return Arrays.copyOf(out, length);
  }
}
