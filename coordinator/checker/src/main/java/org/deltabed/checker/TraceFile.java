package org.deltabed.checker;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of {@code trace/}; its name says whose records it holds.
 *
 * @param path where it is
 * @param name as shown in references: {@code trace/r01-n3-b1.jsonl}
 * @param run run id; empty for records outside of runs
 * @param node node id; 0 for the lab's witness
 * @param boot boot of the node; 0 for the witness, whose file holds all of its boots
 */
record TraceFile(Path path, String name, String run, int node, int boot) {
  static final String FOLDER = "trace";
  static final String ENDING = ".jsonl";
  private static final String IDLE = "idle";
  private static final Pattern NAME =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9_-]{0,63})-(?:lab|n([1-9]\\d?)-b([1-9]\\d{0,8}))\\.jsonl");

  static TraceFile of(Path path) {
    String plain = path.getFileName().toString();
    String name = FOLDER + "/" + plain;
    Matcher parts = NAME.matcher(plain);
    if (!parts.matches()) {
      throw new BadEvidence(name, 0, "is not named RUN-nNODE-bBOOT.jsonl or RUN-lab.jsonl");
    }
    String run = parts.group(1).equals(IDLE) ? "" : parts.group(1);
    boolean witness = parts.group(2) == null;
    return new TraceFile(
        path,
        name,
        run,
        witness ? 0 : Integer.parseInt(parts.group(2)),
        witness ? 0 : Integer.parseInt(parts.group(3)));
  }

  boolean isWitness() {
    return node == 0;
  }

  String ref(long line) {
    return name + ":" + line;
  }
}
