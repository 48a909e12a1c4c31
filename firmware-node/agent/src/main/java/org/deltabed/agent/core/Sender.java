package org.deltabed.agent.core;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.wire.Frame;
import org.deltabed.wire.FrameEncoder;

/** Composes and sends the node's own frames. Allocates nothing. */
final class Sender {
  private static final byte FILLER = 0x55; // an edge in every bit

  private final Schedule schedule;
  private final Membership membership;
  private final Transmitter transmitter;
  private final FrameEncoder encoder;
  private final Frame own;
  private final byte[] line;
  private final byte[] filler;
  private boolean sent;

  Sender(Schedule schedule, Membership membership, Transmitter transmitter) {
    this.schedule = schedule;
    this.membership = membership;
    this.transmitter = transmitter;
    NodeSettings settings = schedule.settings;
    encoder = new FrameEncoder(settings.layout(), settings.key());
    own = new Frame(settings.layout());
    own.session(settings.session())
        .boot(settings.boot() & NodeSettings.BOOT_MASK)
        .sender(settings.self());
    filler = new byte[settings.layout().payloadBytesMax()];
    Arrays.fill(filler, FILLER);
    line = new byte[settings.layout().frameBytesMax()];
  }

  /** The node's own frame if it was sent in the open slot, or null; once. */
  Frame takeSent() {
    boolean was = sent;
    sent = false;
    return was ? own : null;
  }

  void coldStart(long nowNs) {
    own.payloadBytes(0);
    compose(Frame.Kind.COLD_START);
    transmit(0, nowNs, true);
  }

  /** Sends the frame of the node's own slot to all; outside of a run with so many idle bytes. */
  void send(Run run, int fillBytes, long nowNs, boolean recorded) {
    fill(run);
    if (fillBytes > 0 && (run == null || !run.active())) {
      own.payload(filler, 0, fillBytes);
    }
    compose(Frame.Kind.NORMAL);
    transmit(0, nowNs, recorded);
    sent = true;
    membership.sent();
  }

  /** Sends it to the first receivers only, one by one; returns the bytes on the line. */
  int sendTo(List<Integer> receivers, int count, Run run, long nowNs) {
    fill(run);
    compose(Frame.Kind.NORMAL);
    int bytes = 0;
    for (int i = 0; i < count; i++) {
      bytes += transmit(receivers.get(i), nowNs, true);
    }
    return bytes;
  }

  private void fill(Run run) {
    if (run != null && run.active()) {
      run.fill(own);
    } else {
      own.payloadBytes(0);
    }
  }

  private void compose(Frame.Kind kind) {
    own.kind(kind).round(schedule.round()).heard(membership.report());
  }

  private int transmit(int addressee, long nowNs, boolean recorded) {
    int bytes = encoder.encode(own.addressee(addressee), line);
    if (recorded) {
      schedule.journal.add(
          Kind.SEND, schedule.round(), schedule.slot(), addressee, nowNs, nowNs, bytes);
    }
    try {
      transmitter.send(line, 0, bytes);
    } catch (IOException e) {
      throw Halt.because(schedule.journal, nowNs, "the bus is lost: " + e.getMessage());
    }
    return bytes;
  }
}
