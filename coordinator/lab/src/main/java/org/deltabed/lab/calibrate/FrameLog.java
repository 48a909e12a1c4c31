package org.deltabed.lab.calibrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Testbed;

/**
 * The frames that the nodes say they sent and received, each with its two times. Safe for use by
 * several threads.
 */
final class FrameLog {

  /** A frame that was sent: by a process, in a round, at a time on the sender's clock. */
  record Sent(int sender, int round, long timeNs, int bytes) {}

  /**
   * A frame that was received, on the receiver's clock.
   *
   * @param stepNs when the slot's delivery step took it
   */
  record Received(int receiver, int sender, int round, long arrivalNs, long stepNs) {}

  private final Testbed testbed;
  private final Set<String> taken = new HashSet<>();
  private final Map<Long, Sent> sent = new HashMap<>();
  private final List<Received> received = new ArrayList<>();

  FrameLog(Testbed testbed) {
    this.testbed = testbed;
  }

  /** Takes a record; one that comes again counts once. */
  synchronized void take(TraceRecord record) {
    boolean frame = record.kind() == Kind.SEND || record.kind() == Kind.FRAME;
    if (!frame || !taken.add(record.node() + " " + record.boot() + " " + record.seq())) {
      return;
    }
    int process = testbed.nodeById(record.node()).process();
    if (record.kind() == Kind.SEND) {
      Sent it = new Sent(process, record.round(), record.a(), (int) record.b());
      sent.put(key(process, record.round()), it);
    } else {
      received.add(
          new Received(process, record.peer(), record.round(), record.a(), record.timeNs()));
    }
  }

  private static long key(int process, int round) {
    return (long) round << 8 | process;
  }

  /** How many frames of that length were sent, so far as is known. */
  synchronized long sentOf(int bytes) {
    return sent.values().stream().filter(it -> it.bytes() == bytes).count();
  }

  synchronized List<Sent> sent() {
    return new ArrayList<>(sent.values());
  }

  synchronized List<Received> received() {
    return new ArrayList<>(received);
  }
}
