package org.deltabed.simulator.flp;

/** Which decisions a configuration can still lead to. */
public enum Valence {
  /** To none: nobody can decide any more. A consensus has no such configuration. */
  NONE("without a decision"),
  ZERO("0-valent"),
  ONE("1-valent"),
  BIVALENT("bivalent");

  private final String words;

  Valence(String words) {
    this.words = words;
  }

  /** That of one decision, which is 0 or 1. */
  static Valence of(long decision) {
    return decision == 0 ? ZERO : ONE;
  }

  /** Of what leads to this or to that. */
  Valence or(Valence other) {
    if (this == NONE || this == other) {
      return other;
    }
    return other == NONE ? this : BIVALENT;
  }

  @Override
  public String toString() {
    return words;
  }
}
