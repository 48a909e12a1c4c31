package org.deltabed.protocol.memory;

/** What the operation that is open at a process waits for. */
public enum Doing {
  /** No operation is open. */
  NOTHING,
  /** A read waits for what others hold. */
  READING,
  /** A read waits until enough others hold what it is going to return. */
  IMPOSING,
  /** A write waits for what others hold, so that its timestamp is higher. */
  CONSULTING,
  /** A write waits until enough others hold its value. */
  WRITING
}
