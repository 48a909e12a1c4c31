package org.deltabed.bench;

import org.deltabed.wire.BusKey;
import org.deltabed.wire.Frame;
import org.deltabed.wire.FrameDecoder;
import org.deltabed.wire.FrameEncoder;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wire.MessageInbox;
import org.deltabed.wire.MessageOutbox;
import org.deltabed.wire.Reject;
import org.deltabed.wire.StreamFault;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The frame path of the default wiring, with frames that are full: a message by the outbox and the
 * encoder to the bytes on the line, and by the decoder and the inbox back.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
public class FramePath implements FrameDecoder.Sink, MessageInbox.Sink {
  private static final int FRAMES = 1 << 10;
  private static final int FRAGMENT_HEADER_BYTES = 2;

  private final FrameLayout layout = DefaultWiring.frameLayout();
  private final BusKey key = BusKey.of(new byte[BusKey.BYTES]);
  private final FrameEncoder encoder = new FrameEncoder(layout, key);
  private final FrameDecoder decoder = new FrameDecoder(layout, key);
  private final byte[] message = new byte[layout.payloadBytesMax() - FRAGMENT_HEADER_BYTES];
  private final MessageOutbox outbox = new MessageOutbox(16, 1024, message.length);
  private final MessageInbox inbox = new MessageInbox(message.length);
  private final Frame frame = new Frame(layout).sender(1).heard(0b11111);
  private final byte[] line = new byte[layout.frameBytesMax()];
  private final byte[][] received = new byte[FRAMES][];
  private int next;
  private long messages;

  /** Encodes the frames that {@link #decode} reads. */
  public FramePath() {
    for (int i = 0; i < FRAMES; i++) {
      message[i % message.length] = (byte) i;
      int length = compose(i);
      received[i] = java.util.Arrays.copyOf(line, length);
    }
  }

  private int compose(int round) {
    outbox.offer(message, 0, message.length);
    outbox.fill(frame.round(round));
    return encoder.encode(frame, line);
  }

  /** Message to bytes; returns how many. */
  @Benchmark
  public int encode() {
    next++;
    return compose(next & Integer.MAX_VALUE);
  }

  /** Bytes to message; returns how many messages have come. */
  @Benchmark
  public long decode() {
    int round = next++ & (FRAMES - 1);
    if (round == 0) {
      inbox.clear(); // the rounds begin again
    }
    decoder.feed(received[round], 0, received[round].length, round, this);
    return messages;
  }

  /** Throws unless every frame that was read gave its message. */
  void requireAllDecoded(long frames) {
    if (messages != frames) {
      throw new IllegalStateException(messages + " messages of " + frames + " frames");
    }
  }

  @Override
  public void frame(Frame arrived, long arrivalNs) {
    inbox.accept(arrived, this);
  }

  @Override
  public void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs) {
    throw new IllegalStateException("rejected: " + reason);
  }

  @Override
  public void message(int sender, long number, byte[] bytes, int offset, int length) {
    messages++;
  }

  @Override
  public void fault(int sender, StreamFault fault) {
    throw new IllegalStateException("fault: " + fault);
  }
}
