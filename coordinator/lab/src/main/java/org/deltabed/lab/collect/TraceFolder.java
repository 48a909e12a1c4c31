package org.deltabed.lab.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.deltabed.trace.JsonLinesWriter;
import org.deltabed.trace.TraceRecord;

/**
 * The trace files of a run folder, {@code r01-n3-b1.jsonl} or {@code idle-n3-b1.jsonl}. For one
 * thread at a time.
 */
final class TraceFolder implements AutoCloseable {

  /** Open files hold a buffer each; a campaign has hundreds of files and works on few at a time. */
  private static final int OPEN_MAX = 32;

  private static final Pattern RUN_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private final Path folder;
  private final Map<String, JsonLinesWriter> open = new TreeMap<>();

  /** Where the last record of each node went. */
  private final Map<Integer, String> last = new TreeMap<>();

  TraceFolder(Path folder) {
    this.folder = folder;
  }

  void write(int node, int boot, TraceRecord record) throws IOException {
    // The run id comes from a node, and becomes part of a path (F44).
    String run = RUN_ID.matcher(record.run()).matches() ? record.run() : "idle";
    String name = run + "-n" + node + "-b" + boot + ".jsonl";
    String before = last.put(node, name);
    if (before != null && !before.equals(name) && open.containsKey(before)) {
      open.get(before).flush(); // if the lab dies, records are missing at the end only
    }
    writer(name).write(record);
  }

  private JsonLinesWriter writer(String name) throws IOException {
    JsonLinesWriter writer = open.get(name);
    if (writer == null) {
      if (open.size() >= OPEN_MAX) {
        close();
      }
      writer =
          new JsonLinesWriter(
              folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      open.put(name, writer);
    }
    return writer;
  }

  void flush() throws IOException {
    for (JsonLinesWriter writer : open.values()) {
      writer.flush();
    }
  }

  @Override
  public void close() throws IOException {
    for (JsonLinesWriter writer : open.values()) {
      writer.close();
    }
    open.clear();
  }
}
