package org.deltabed.bench;

import java.util.ArrayList;
import java.util.List;

/** What a reader of the figures has to know beside them. */
final class Notes {

  private final List<String> lines = new ArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
