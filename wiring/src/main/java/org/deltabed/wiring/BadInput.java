package org.deltabed.wiring;

/**
 * A file that a person wrote breaks a rule. The message reads {@code file:line: rule — remedy}; the
 * command line prints it and exits with 64.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String rule;
  private final String remedy;

  /**
   * @param file name of the file as its author knows it
   * @param line line counted from 1, or 0 where the file as a whole is meant
   * @param rule the rule that is broken, with the offending value
   * @param remedy what to write instead
   */
  public BadInput(String file, int line, String rule, String remedy) {
    super(file + (line > 0 ? ":" + line : "") + ": " + rule + " — " + remedy);
    this.file = file;
    this.line = line;
    this.rule = rule;
    this.remedy = remedy;
  }

  /** Name of the file as its author knows it. */
  public String file() {
    return file;
  }

  /** Line counted from 1, or 0 where the file as a whole is meant. */
  public int line() {
    return line;
  }

  /** The rule that is broken, with the offending value. */
  public String rule() {
    return rule;
  }

  /** What to write instead. */
  public String remedy() {
    return remedy;
  }
}
