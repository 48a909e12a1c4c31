package org.deltabed.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * Writes trace records as JSON Lines: one object a line, UTF-8, keys in a fixed order, so that
 * equal records give equal bytes. Written by hand for speed; {@link JsonLinesReader} reads it with
 * a real parser. For one thread.
 */
public final class JsonLinesWriter implements AutoCloseable {
  private static final int FLUSH_BYTES = 1 << 16;

  private final OutputStream out;
  private final JsonText line = new JsonText(FLUSH_BYTES + 4096);

  /** Writes to {@code out}, which {@link #close} closes. */
  public JsonLinesWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Creates or replaces {@code file}; with {@code APPEND} and the like, as {@link
   * Files#newOutputStream}.
   */
  public JsonLinesWriter(Path file, OpenOption... options) throws IOException {
    this(Files.newOutputStream(file, options));
  }

  /**
   * Appends one line; it may stay in a buffer until {@link #flush}.
   *
   * @throws IllegalArgumentException if {@code data} is neither empty nor an object's text on one
   *     line
   */
  public void write(TraceRecord record) throws IOException {
    Kind kind = record.kind();
    line.ascii("{\"v\":1,\"run\":").string(record.run());
    line.ascii(",\"node\":").number(record.node());
    line.ascii(",\"boot\":").number(record.boot());
    line.ascii(",\"seq\":").number(record.seq());
    line.ascii(",\"timeNs\":").number(record.timeNs());
    line.ascii(",\"kind\":\"").ascii(kind.name()).ascii("\"");
    if (record.round() != TraceRecord.NONE) {
      line.ascii(",\"round\":").number(record.round());
    }
    if (record.slot() != TraceRecord.NONE) {
      line.ascii(",\"slot\":").number(record.slot());
    }
    named(kind.peerName(), "peer", record.peer());
    named(kind.aName(), "a", record.a());
    named(kind.bName(), "b", record.b());
    if (!record.data().isEmpty()) {
      line.ascii(",\"data\":").object(record.data());
    }
    line.ascii("}\n");
    if (line.length() >= FLUSH_BYTES) {
      drain();
    }
  }

  /** Hands everything written so far to the stream. */
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      drain();
    }
  }

  private void named(String name, String plainName, long value) {
    if (value != 0 || !name.equals(plainName)) {
      line.ascii(",\"").ascii(name).ascii("\":").number(value);
    }
  }

  private void drain() throws IOException {
    out.write(line.bytes(), 0, line.length());
    line.clear();
  }
}
