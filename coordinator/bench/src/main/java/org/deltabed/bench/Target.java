package org.deltabed.bench;

/** What a figure has to be: at most, or at least, a number of its own unit. */
record Target(double bound, boolean atMost) {

  static Target atMost(double bound) {
    return new Target(bound, true);
  }

  static Target atLeast(double bound) {
    return new Target(bound, false);
  }

  boolean met(double figure) {
    return atMost ? figure <= bound : figure >= bound;
  }

  String text() {
    return (atMost ? "≤ " : "≥ ") + Numbers.text(bound);
  }
}
