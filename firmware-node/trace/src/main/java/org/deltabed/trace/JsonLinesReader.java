package org.deltabed.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a JSON Lines trace, one record a line. Fields that it does not know are skipped, a kind
 * that it does not know becomes {@link Kind#UNKNOWN}, another schema version is refused. Blank
 * lines are skipped. For one thread.
 */
public final class JsonLinesReader implements AutoCloseable {
  /** No line is longer: what is longer is no trace, and must not fill the memory. */
  public static final int LINE_BYTES_MAX = 1 << 20;

  private final String file;
  private final InputStream in;
  private final CanonicalLine canonical = new CanonicalLine();
  private final RecordParser parser = new RecordParser();
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private boolean ended;
  private long line;

  /** Reads {@code in}, which {@link #close} closes; {@code file} is the name that errors show. */
  public JsonLinesReader(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  public JsonLinesReader(Path file) throws IOException {
    this(file.toString(), Files.newInputStream(file));
  }

  /** All records of a file, in its order. */
  public static List<TraceRecord> readAll(Path file) throws IOException {
    List<TraceRecord> records = new ArrayList<>();
    try (JsonLinesReader reader = new JsonLinesReader(file)) {
      for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
        records.add(record);
      }
    }
    return records;
  }

  /**
   * The next record, or null at the end.
   *
   * @throws BadTrace if the next line is no record of this schema version
   */
  public TraceRecord next() throws IOException {
    while (true) {
      int stop = lineEnd();
      if (stop < 0) {
        return null;
      }
      int from = start;
      start = Math.min(stop + 1, end);
      line++;
      if (stop > from && buffer[stop - 1] == '\r') {
        stop--;
      }
      if (!isBlank(from, stop)) {
        return parse(from, stop - from);
      }
    }
  }

  private TraceRecord parse(int from, int length) {
    TraceRecord record = canonical.parse(buffer, from, length);
    if (record != null) {
      return record;
    }
    try {
      return parser.parse(buffer, from, length);
    } catch (RecordParser.Refused refused) {
      throw new BadTrace(file, line, refused.getMessage());
    }
  }

  /** The line, from 1, of the record that {@link #next} gave last. */
  public long line() {
    return line;
  }

  /** Where that record is, as {@code file:line}. */
  public String ref() {
    return file + ":" + line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The offset of the next line's end, having read so far; -1 if there is no further line. */
  private int lineEnd() throws IOException {
    int scan = start;
    while (true) {
      for (; scan < end; scan++) {
        if (buffer[scan] == '\n') {
          return scan;
        }
      }
      if (ended) {
        return start < end ? end : -1;
      }
      if (end - start > LINE_BYTES_MAX) {
        throw new BadTrace(file, line + 1, "a line is longer than " + LINE_BYTES_MAX + " bytes");
      }
      scan -= start;
      fill();
      scan += start;
    }
  }

  private void fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      ended = true;
    } else {
      end += count;
    }
  }

  private boolean isBlank(int from, int stop) {
    for (int i = from; i < stop; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
