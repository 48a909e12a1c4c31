package org.deltabed.lab.collect;

import java.util.concurrent.atomic.AtomicLong;
import org.deltabed.trace.BatchCodec;

/**
 * Sorts what nodes publish: status to the {@link Cluster}, batches of records to the {@link
 * TraceStore}. What is malformed, of another session or of another node than its topic says is
 * counted and goes no further; if records were in it, their numbers are missing and will be asked
 * for again.
 */
public final class TraceInbox implements LabLink.Listener {

  private final long session;
  private final Cluster cluster;
  private final TraceStore traces;
  private final AtomicLong refused = new AtomicLong();

  /** For the session with that id of 16 hex digits. */
  public TraceInbox(String session, Cluster cluster, TraceStore traces) {
    this.session = Long.parseUnsignedLong(session, 16);
    this.cluster = cluster;
    this.traces = traces;
  }

  @Override
  public void published(int node, String leaf, byte[] payload) {
    switch (leaf) {
      case "status" -> cluster.status(node, payload);
      case "trace" -> trace(node, payload);
      default -> refused.incrementAndGet();
    }
  }

  private void trace(int node, byte[] payload) {
    switch (BatchCodec.decode(payload)) {
      case BatchCodec.Batch batch when batch.session() == session && batch.node() == node ->
          traces.take(node, batch.boot(), batch.records());
      case BatchCodec.Batch _, BatchCodec.Refused _ -> refused.incrementAndGet();
    }
  }

  /** Messages that went no further. */
  public long refused() {
    return refused.get();
  }
}
