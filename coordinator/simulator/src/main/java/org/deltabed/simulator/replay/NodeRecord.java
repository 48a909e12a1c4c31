package org.deltabed.simulator.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.deltabed.checker.BadEvidence;
import org.deltabed.trace.BadTrace;
import org.deltabed.trace.JsonLinesReader;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** What one node recorded of a run, in the order in which it did; taken one after the other. */
final class NodeRecord {
  private final Deque<Recorded> left;

  private NodeRecord(List<Recorded> records) {
    left = new ArrayDeque<>(records);
  }

  /**
   * Reads the node's file.
   *
   * @param name as shown in references
   * @param missing takes what is not there
   * @throws BadEvidence for a line that is no record
   */
  static NodeRecord read(Path file, String name, long startRound, int n, List<String> missing) {
    List<Recorded> records = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    boolean started = false;
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try (JsonLinesReader reader = new JsonLinesReader(name, Files.newInputStream(file))) {
        for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
          numbers.add(record.seq());
          started |= record.kind() == Kind.RUN_START;
          if (Recorded.matters(record.kind())) {
            records.add(Recorded.of(record, startRound, n, name + ":" + reader.line()));
          }
        }
      } catch (BadTrace e) {
        throw new BadEvidence(name, e.line(), e.rule());
      } catch (IOException e) {
        throw new BadEvidence(name, 0, "cannot be read: " + e);
      }
    }
    if (!started) {
      missing.add(name + ": the beginning of the run");
    }
    numbers.sort(null);
    gaps(name, numbers, missing);
    records.sort(Comparator.comparingLong(Recorded::seq));
    return new NodeRecord(records);
  }

  private static void gaps(String name, List<Long> numbers, List<String> missing) {
    for (int i = 1; i < numbers.size(); i++) {
      long before = numbers.get(i - 1);
      long next = numbers.get(i);
      if (next == before) {
        throw new BadEvidence(name, 0, "holds record " + next + " twice");
      }
      if (next != before + 1) {
        missing.add(name + ": records " + (before + 1) + " to " + (next - 1));
      }
    }
  }

  /** The next record, or null where they end: with the run's end, or with the node. */
  Recorded next() {
    return left.peek();
  }

  void take() {
    left.remove();
  }

  /** A node without more records, and without the run's end, has crashed. */
  boolean isOver() {
    return left.isEmpty();
  }
}
