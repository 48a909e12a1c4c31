package org.deltabed.lab.check;

import java.util.Locale;

/** What became of looking at one thing. */
public enum Mark {
  /** It is as the description says. */
  RIGHT,
  /** It is not. */
  WRONG,
  /** Nobody knows: something else is in the way. */
  UNCHECKED;

  /** In words. */
  public String word() {
    return this == UNCHECKED ? "not checked" : name().toLowerCase(Locale.ROOT);
  }
}
