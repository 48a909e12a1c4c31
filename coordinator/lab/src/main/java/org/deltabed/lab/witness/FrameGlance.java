package org.deltabed.lab.witness;

import org.deltabed.wire.BusKey;
import org.deltabed.wire.Frame;
import org.deltabed.wire.FrameDecoder;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wire.Reject;

/** Reads what frame a chunk of the line is. For the bus thread alone; allocates nothing. */
public final class FrameGlance implements FrameDecoder.Sink {

  private final FrameDecoder decoder;
  private boolean frame;
  private int round;
  private int slot;
  private int sender;
  private int boot;

  public FrameGlance(FrameLayout layout, BusKey key) {
    decoder = new FrameDecoder(layout, key);
  }

  /** Looks at a chunk; true if it is a correct frame, whose header can then be asked for. */
  public boolean at(byte[] bytes, int offset, int length, long timeNs) {
    frame = false;
    decoder.reset();
    decoder.feed(bytes, offset, length, timeNs, this);
    return frame;
  }

  public int round() {
    return round;
  }

  public int slot() {
    return slot;
  }

  public int sender() {
    return sender;
  }

  /** The sender's boot, modulo 2^16. */
  public int boot() {
    return boot;
  }

  @Override
  public void frame(Frame found, long arrivalNs) {
    frame = true;
    round = found.round();
    slot = found.slot();
    sender = found.sender();
    boot = found.boot();
  }

  @Override
  public void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs) {}
}
