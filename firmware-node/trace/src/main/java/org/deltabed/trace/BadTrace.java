package org.deltabed.trace;

/**
 * A trace file that does not follow the format: names the file, the line (from 1) and the rule that
 * is broken.
 */
public final class BadTrace extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final long line;
  private final String rule;

  public BadTrace(String file, long line, String rule) {
    super(file + ":" + line + ": " + rule);
    this.file = file;
    this.line = line;
    this.rule = rule;
  }

  public String file() {
    return file;
  }

  public long line() {
    return line;
  }

  public String rule() {
    return rule;
  }
}
