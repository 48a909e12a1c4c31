package org.deltabed.simulator.automaton;

/** The exploration is larger than what it can hold; what was found until then stands. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TooLarge(String what) {
    super(what);
  }
}
