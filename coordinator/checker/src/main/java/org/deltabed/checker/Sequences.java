package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;

/** Which sequence numbers of one boot a file holds, as stretches without a gap. */
final class Sequences {
  /** Numbers first..last, in the lines firstLine..lastLine of a file. */
  record Stretch(long first, long last, TraceFile file, long firstLine, long lastLine) {}

  private final TraceFile file;
  private final List<Stretch> closed = new ArrayList<>();
  private long first = -1;
  private long last = -1;
  private long firstLine;
  private long lastLine;

  Sequences(TraceFile file) {
    this.file = file;
  }

  void add(long seq, long line) {
    if (first >= 0 && seq == last + 1) {
      last = seq;
      lastLine = line;
      return;
    }
    close();
    first = seq;
    last = seq;
    firstLine = line;
    lastLine = line;
  }

  /** The stretches in the order of the file. */
  List<Stretch> stretches() {
    close();
    return List.copyOf(closed);
  }

  private void close() {
    if (first >= 0) {
      closed.add(new Stretch(first, last, file, firstLine, lastLine));
      first = -1;
    }
  }
}
