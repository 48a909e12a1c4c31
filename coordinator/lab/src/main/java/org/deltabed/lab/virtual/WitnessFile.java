package org.deltabed.lab.virtual;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the witness's records go: {@code r01-lab.jsonl}, or {@code idle-lab.jsonl} between runs.
 */
final class WitnessFile implements AutoCloseable {

  private final Path folder;
  private String run = "";
  private BufferedWriter out;

  WitnessFile(Path folder) {
    this.folder = folder;
  }

  synchronized void write(String ofRun, String line) throws IOException {
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
    out.write(line);
    out.write('\n');
  }

  synchronized void flush() throws IOException {
    if (out != null) {
      out.flush();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
