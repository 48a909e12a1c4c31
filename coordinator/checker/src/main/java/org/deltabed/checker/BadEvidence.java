package org.deltabed.checker;

/** A run folder that cannot be read at all: names file, line and what is wrong with it. */
public final class BadEvidence extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;

  /**
   * @param file file name as seen from the run folder
   * @param line counted from 1; 0 when no line is meant
   * @param text what is wrong
   */
  public BadEvidence(String file, long line, String text) {
    super(line > 0 ? file + ":" + line + ": " + text : file + ": " + text);
    this.file = file;
    this.line = line;
  }

  /** The file, as seen from the run folder. */
  public String file() {
    return file;
  }

  /** Counted from 1; 0 when no line is meant. */
  public long line() {
    return line;
  }
}
