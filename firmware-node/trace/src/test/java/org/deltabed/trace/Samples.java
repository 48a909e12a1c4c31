package org.deltabed.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records and spools for the tests. */
final class Samples {
  static final SpoolLimits SMALL = new SpoolLimits(1 << 16, 4);

  private Samples() {}

  /** One record of every kind, then with the least and greatest numbers. */
  static List<TraceRecord> records() {
    List<TraceRecord> records = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String data = kind.code() % 3 == 0 ? "{\"x\":\"ä€😀\",\"list\":[1,{\"y\":null}]}" : "";
      int i = records.size();
      records.add(
          new TraceRecord("r-1", 3, 2, i, 1000L + i, kind, i, i % 5, i % 6, i * 7L, -i, data));
    }
    records.add(
        new TraceRecord(
            "",
            64,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Kind.FRAME,
            -1,
            -1,
            0,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            "{}"));
    return records;
  }

  /**
   * Appends {@code count} records, some with data, so that every size occurs; returns where each
   * ended in its segment.
   */
  static void fill(Spool spool, int count) {
    for (int i = 0; i < count; i++) {
      String data = i % 3 == 0 ? "" : "{\"i\":\"" + "x".repeat(i % 29) + "\"}";
      spool.append(Kind.FRAME, i, i % 5, i % 6, 100L * i, i, -i, data);
    }
  }

  static List<TraceRecord> read(Path folder, int boot) throws IOException {
    return readAll(SpoolReader.open(folder, boot, 0));
  }

  static List<TraceRecord> readAll(SpoolReader reader) throws IOException {
    List<TraceRecord> records = new ArrayList<>();
    while (reader.advance()) {
      records.add(reader.record());
    }
    return records;
  }

  /**
   * Leaves a spool of one segment as a SIGKILL does, with nothing forced, and returns its file.
   * (The program under test goes on, so its files are closed; the copy is what a killed one would
   * have left.)
   */
  static Path kill(Spool spool) throws IOException {
    Path file = spool.folder().segment(spool.boot(), 0);
    byte[] left = Files.readAllBytes(file);
    spool.close();
    Files.write(file, left);
    return file;
  }
}
