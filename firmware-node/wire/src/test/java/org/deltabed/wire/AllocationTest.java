package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The frame path allocates nothing once it has run; measured, as the JVM counts it. */
class AllocationTest {
  private static final int FRAMES = 100_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final FrameEncoder encoder = new FrameEncoder(Fixture.LAYOUT, Fixture.key());
  private final FrameDecoder decoder = new FrameDecoder(Fixture.LAYOUT, Fixture.key());
  private final MessageOutbox outbox = new MessageOutbox(16, 1024, 256);
  private final MessageInbox inbox = new MessageInbox(256);
  private final Frame frame = Fixture.frame(Fixture.LAYOUT);
  private final byte[] line = new byte[96];
  private final byte[] message = new byte[100];
  private final Received received = new Received();

  @Test
  void a_message_through_outbox_encoder_decoder_and_inbox_allocates_nothing() {
    run(0, FRAMES);
    long before = threads.getCurrentThreadAllocatedBytes();
    run(FRAMES, 2 * FRAMES);
    long after = threads.getCurrentThreadAllocatedBytes();
    assertEquals(0, after - before);
    assertEquals(2 * FRAMES, received.frames);
    assertEquals(FRAMES, received.messages);
    assertEquals(2 * FRAMES, received.rejects);
  }

  private void run(int from, int to) {
    for (int round = from; round < to; round++) {
      if (round % 2 == 0) { // takes two frames
        outbox.offer(message, 0, message.length);
      }
      outbox.fill(frame.round(round));
      int length = encoder.encode(frame, line);
      decoder.feed(line, 0, length, round, received);
      line[length / 2] ^= 0x10;
      decoder.feed(line, 0, length, round, received);
    }
  }

  private final class Received implements FrameDecoder.Sink, MessageInbox.Sink {
    private long frames;
    private long rejects;
    private long messages;

    @Override
    public void frame(Frame arrived, long arrivalNs) {
      frames++;
      inbox.accept(arrived, this);
    }

    @Override
    public void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs) {
      rejects++;
    }

    @Override
    public void message(int sender, long number, byte[] bytes, int offset, int length) {
      messages++;
    }

    @Override
    public void fault(int sender, StreamFault fault) {
      throw new IllegalStateException(fault.toString());
    }
  }
}
