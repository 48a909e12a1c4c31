package org.deltabed.agent.uplink;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.deltabed.trace.BatchEncoder;
import org.deltabed.trace.SpoolReader;

/**
 * Publishes one boot's records in order, some batches in flight at a time. What was in flight when
 * the connection went is published again; whoever collects removes the doubles.
 */
final class SpoolFeed {
  /** Opens the boot's spool from a record on. */
  interface Opener {
    SpoolReader open(long fromSeq) throws IOException;
  }

  private static final class Batch {
    final long endSeq;
    volatile boolean acknowledged;

    Batch(long endSeq) {
      this.endSeq = endSeq;
    }
  }

  private final int boot;
  private final long session;
  private final Opener opener;
  private final Deque<Batch> inFlight = new ArrayDeque<>();
  private BatchEncoder encoder;
  private long acknowledgedSeq;

  SpoolFeed(int boot, long session, Opener opener) {
    this.boot = boot;
    this.session = session;
    this.opener = opener;
  }

  int boot() {
    return boot;
  }

  /** All records before this one are acknowledged by the broker. */
  long acknowledgedSeq() {
    while (!inFlight.isEmpty() && inFlight.peekFirst().acknowledged) {
      acknowledgedSeq = inFlight.removeFirst().endSeq;
    }
    return acknowledgedSeq;
  }

  /** Begins at a record, whatever was acknowledged. */
  void startAt(long seq) {
    inFlight.clear();
    encoder = null;
    acknowledgedSeq = seq;
  }

  /** Begins again at a record, or at the first that is not acknowledged if that comes before. */
  void rewind(long seq) {
    acknowledgedSeq = Math.min(seq, acknowledgedSeq());
    inFlight.clear();
    encoder = null;
  }

  /** Whether everything that was read is acknowledged. */
  boolean settled() {
    acknowledgedSeq();
    return inFlight.isEmpty();
  }

  /**
   * Publishes the next batch, if there is one and the link has room.
   *
   * @return whether one was published
   * @throws org.deltabed.trace.SpoolDamaged if the next record is damaged
   */
  boolean publish(BrokerLink link, String topic) throws IOException {
    if (link.room() == 0) {
      return false;
    }
    if (encoder == null) {
      encoder = new BatchEncoder(session, opener.open(acknowledgedSeq()));
    }
    int length = encoder.encode();
    if (length == 0) {
      return false;
    }
    Batch batch = new Batch(encoder.firstSeq() + encoder.count());
    inFlight.addLast(batch);
    byte[] payload = Arrays.copyOf(encoder.bytes(), length);
    if (!link.publish(topic, payload, () -> batch.acknowledged = true)) {
      rewind(acknowledgedSeq());
      return false;
    }
    return true;
  }
}
