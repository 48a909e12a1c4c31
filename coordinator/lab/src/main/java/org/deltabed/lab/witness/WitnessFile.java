package org.deltabed.lab.witness;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the witness's records go: {@code r01-lab.jsonl}, or {@code idle-lab.jsonl} between runs.
 */
public final class WitnessFile implements AutoCloseable {

  private static final int BUFFER_CHARS = 1 << 15;

  private final Path folder;

  /** Goes to the file in whole lines: runs are judged while the witness still writes. */
  private final StringBuilder lines = new StringBuilder();

  private String run = "";
  private BufferedWriter out;

  public WitnessFile(Path folder) {
    this.folder = folder;
  }

  public synchronized void write(String ofRun, String line) throws IOException {
    if (out == null || !ofRun.equals(run)) {
      close();
      run = ofRun;
      out =
          Files.newBufferedWriter(
              folder.resolve((run.isEmpty() ? "idle" : run) + "-lab.jsonl"),
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
    }
    lines.append(line).append('\n');
    if (lines.length() >= BUFFER_CHARS) {
      flush();
    }
  }

  public synchronized void flush() throws IOException {
    if (out != null) {
      out.append(lines).flush();
      lines.setLength(0);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      flush();
      out.close();
      out = null;
    }
  }
}
