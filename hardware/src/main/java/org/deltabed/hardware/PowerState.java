package org.deltabed.hardware;

import java.util.Locale;

/** Whether a node has power. */
public enum PowerState {
  ON,
  OFF,
  /** Nothing answered, or what answered cannot tell. */
  UNKNOWN;

  /** ON for true, OFF for false. */
  public static PowerState of(boolean on) {
    return on ? ON : OFF;
  }

  /** As it is said in a sentence: on, off, unknown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
