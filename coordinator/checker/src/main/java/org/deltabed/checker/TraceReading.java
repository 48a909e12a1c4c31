package org.deltabed.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.deltabed.trace.BadTrace;
import org.deltabed.trace.JsonLinesReader;
import org.deltabed.trace.TraceRecord;

/** Streams the records of one file past a listener; a file never has to fit the memory. */
final class TraceReading {
  /** Takes the records in the order of the file. */
  interface Listener {
    void record(TraceRecord record, long line);
  }

  private TraceReading() {}

  /**
   * Reads the whole file.
   *
   * @throws BadEvidence for a line that is no record, or one that belongs elsewhere
   */
  static void read(TraceFile file, Listener listener) {
    try (JsonLinesReader reader =
        new JsonLinesReader(file.name(), Files.newInputStream(file.path()))) {
      for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
        requireOwner(file, record, reader.line());
        listener.record(record, reader.line());
      }
    } catch (BadTrace e) {
      throw new BadEvidence(file.name(), e.line(), e.rule());
    } catch (IOException e) {
      throw new BadEvidence(file.name(), 0, "cannot be read: " + e);
    }
  }

  /** The same of records that never were in a file. */
  static void read(List<TraceRecord> records, Listener listener) {
    for (int i = 0; i < records.size(); i++) {
      listener.record(records.get(i), i + 1L);
    }
  }

  private static void requireOwner(TraceFile file, TraceRecord record, long line) {
    boolean boot = file.isWitness() || record.boot() == file.boot();
    if (record.node() != file.node() || !boot || !record.run().equals(file.run())) {
      throw new BadEvidence(
          file.name(),
          line,
          "holds a record of run \""
              + clip(record.run())
              + "\", node "
              + record.node()
              + ", boot "
              + record.boot());
    }
  }

  private static String clip(String text) {
    return text.length() <= 64 ? text : text.substring(0, 64) + "...";
  }
}
