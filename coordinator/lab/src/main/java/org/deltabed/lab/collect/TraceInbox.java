package org.deltabed.lab.collect;

import java.util.concurrent.atomic.AtomicLong;
import org.deltabed.trace.BatchCodec;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Sorts what nodes publish: status to the {@link Cluster}, batches of records to the {@link
 * TraceStore}. What is malformed, of another session or of another node than its topic says is
 * counted and goes no further; if records were in it, their numbers are missing and will be asked
 * for again.
 */
public final class TraceInbox implements LabLink.Listener {

  /** Hears what nodes say of others while a run goes on. */
  public interface Noticed {
    /**
     * A node's detector has raised a crash.
     *
     * @param run the run in which it did, which may be long over: a node sends all that it has
     * @param by the node's id
     * @param of the process
     * @param timeNs on the node's own clock
     */
    void noticed(String run, int by, int of, long timeNs);
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final long session;
  private final Cluster cluster;
  private final TraceStore traces;
  private final Noticed noticed;
  private final AtomicLong refused = new AtomicLong();

  /** For the session with that id of 16 hex digits. */
  public TraceInbox(String session, Cluster cluster, TraceStore traces) {
    this(session, cluster, traces, (run, by, of, timeNs) -> {});
  }

  /** As the other, and tells at once who notices a crash, which evidence may yet contradict. */
  public TraceInbox(String session, Cluster cluster, TraceStore traces, Noticed noticed) {
    this.noticed = noticed;
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
      case BatchCodec.Batch batch when batch.session() == session && batch.node() == node -> {
        traces.take(node, batch.boot(), batch.records());
        batch.records().forEach(this::notice);
      }
      case BatchCodec.Batch _, BatchCodec.Refused _ -> refused.incrementAndGet();
    }
  }

  private void notice(TraceRecord record) {
    if (record.kind() == Kind.EVENT && record.data().contains("\"Crash\"")) {
      JsonNode event = JSON.readTree(record.data());
      boolean detected =
          event.path("event").asString("").equals("Crash")
              && event.path("direction").asString("").equals("indication")
              && event.path("instance").asString("").equals("P");
      if (detected) {
        noticed.noticed(
            record.run(), record.node(), event.path("process").asInt(0), record.timeNs());
      }
    }
  }

  /** Messages that went no further. */
  public long refused() {
    return refused.get();
  }
}
