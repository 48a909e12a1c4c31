package org.deltabed.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.deltabed.trace.JsonLinesWriter;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** The witness of a made campaign: its records go straight to their files, as the lab's do. */
final class MadeWitness implements AutoCloseable {

  private final Path traces;
  private JsonLinesWriter out;
  private String run = "";
  private long seq;

  MadeWitness(Path traces) {
    this.traces = traces;
  }

  void begin(String nextRun) throws IOException {
    run = nextRun;
    out = new JsonLinesWriter(traces.resolve(run + "-lab.jsonl"));
  }

  void line(int process, int round, long startNs, long endNs) throws IOException {
    write(Kind.LINE, endNs, round, process - 1, process, startNs, endNs, "");
  }

  void alive(int process, int slot, long timeNs) throws IOException {
    write(Kind.PIN, timeNs, -1, -1, process, slot % 2, 0, "{\"pin\":\"alive\"}");
  }

  void end(long timeNs) throws IOException {
    write(Kind.RUN_END, timeNs, -1, -1, 0, 0, 0, "");
    close();
  }

  private void write(
      Kind kind, long timeNs, int round, int slot, int peer, long a, long b, String data)
      throws IOException {
    out.write(new TraceRecord(run, 0, 1, seq++, timeNs, kind, round, slot, peer, a, b, data));
  }

  /** How many records it has written. */
  long records() {
    return seq;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
