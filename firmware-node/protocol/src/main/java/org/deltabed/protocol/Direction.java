package org.deltabed.protocol;

/** Which way an event crosses an instance's upper interface. */
public enum Direction {
  /** From the user down to the instance. */
  REQUEST,
  /** From the instance up to its user. */
  INDICATION
}
