package org.deltabed.wire;

/**
 * Puts one sender's messages together again from its frames, which must come in the order of their
 * rounds. Whatever they hold, its memory is bounded and it throws nothing. For one thread;
 * allocates nothing.
 */
public final class MessageInbox {
  /** Takes what was found. */
  public interface Sink {
    /**
     * A whole message; the bytes are valid during the call.
     *
     * @param number how many messages this sender had handed to the bus before, in this run
     */
    void message(int sender, long number, byte[] bytes, int offset, int length);

    /** Something was wrong, and dropped. */
    void fault(int sender, StreamFault fault);
  }

  private static final int NO_ROUND = -1;

  private final byte[] partial;
  private final long[] faults = new long[StreamFault.COUNT];
  private int partialBytes;
  private boolean inMessage;
  private boolean skipping;
  private int lastRound = NO_ROUND;
  private long nextNumber;

  /** An inbox that takes messages up to this length. */
  public MessageInbox(int messageBytesMax) {
    partial = new byte[messageBytesMax];
  }

  /** Reads the payload of the sender's next frame. */
  public void accept(Frame frame, Sink sink) {
    int sender = frame.sender();
    int round = frame.round();
    if (round <= lastRound) {
      fault(StreamFault.REPEATED_ROUND, sender, sink);
      return;
    }
    if (inMessage && round != lastRound + 1) {
      cut(StreamFault.CUT_MESSAGE, sender, sink);
    }
    lastRound = round;
    readFragments(frame.payload(), frame.payloadBytes(), sender, sink);
  }

  private void readFragments(byte[] payload, int end, int sender, Sink sink) {
    int at = 0;
    while (at < end) {
      int marks = payload[at] & 0xff;
      int from = at + Fragment.HEADER_BYTES;
      int length = from < end ? payload[at + 1] & 0xff : 0;
      if (length == 0 || length > end - from) {
        cut(StreamFault.FRAGMENT_LENGTH, sender, sink);
        return;
      }
      if ((marks & Fragment.FIRST) != 0) {
        begin(marks, sender, sink);
      }
      goOn(marks, payload, from, length, sender, sink);
      at = from + length;
    }
  }

  private void begin(int marks, int sender, Sink sink) {
    if (inMessage) {
      cut(StreamFault.CUT_MESSAGE, sender, sink);
    }
    long skipped = (marks - nextNumber) & Fragment.NUMBER_MASK;
    if (skipped != 0) {
      fault(StreamFault.LOST_MESSAGES, sender, sink);
    }
    nextNumber += skipped + 1;
    inMessage = true;
    skipping = false;
    partialBytes = 0;
  }

  private void goOn(int marks, byte[] payload, int from, int length, int sender, Sink sink) {
    if (skipping) {
      return;
    }
    long number = nextNumber - 1;
    if (!inMessage || ((marks - number) & Fragment.NUMBER_MASK) != 0) {
      cut(StreamFault.NO_BEGINNING, sender, sink);
    } else if (length > partial.length - partialBytes) {
      cut(StreamFault.TOO_LONG, sender, sink);
    } else {
      System.arraycopy(payload, from, partial, partialBytes, length);
      partialBytes += length;
      if ((marks & Fragment.LAST) != 0) {
        inMessage = false; // before the sink runs, lest its exception leave it open
        sink.message(sender, number, partial, 0, partialBytes);
      }
    }
  }

  /** Gives up the message that has begun, and what may come of it until the next one begins. */
  private void cut(StreamFault fault, int sender, Sink sink) {
    inMessage = false;
    skipping = true;
    fault(fault, sender, sink);
  }

  private void fault(StreamFault fault, int sender, Sink sink) {
    faults[fault.index()]++;
    sink.fault(sender, fault);
  }

  /** How often this was found. */
  public long faults(StreamFault fault) {
    return faults[fault.index()];
  }

  /** Forgets a message that has begun and expects number 0, as at the beginning of a run. */
  public void clear() {
    inMessage = false;
    skipping = false;
    lastRound = NO_ROUND;
    nextNumber = 0;
  }
}
