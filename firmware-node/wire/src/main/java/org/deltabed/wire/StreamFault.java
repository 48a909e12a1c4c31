package org.deltabed.wire;

/** What can be wrong with the messages in one sender's frames; each is counted and survived. */
public enum StreamFault {
  /** A frame of a round that is not after the last one: dropped. */
  REPEATED_ROUND,
  /** A message was cut by a round without its sender's frame, or by another message's beginning. */
  CUT_MESSAGE,
  /** A fragment goes on with a message whose beginning never came. */
  NO_BEGINNING,
  /** Numbers are missing: whole messages were lost. */
  LOST_MESSAGES,
  /** A message is longer than it may be: dropped. */
  TOO_LONG,
  /** A fragment is empty or reaches beyond the payload: the rest of the payload is dropped. */
  FRAGMENT_LENGTH;

  static final int COUNT = values().length;

  /** Place in an array of counts, with which counting allocates nothing. */
  @SuppressWarnings("EnumOrdinal") // never leaves the process
  int index() {
    return ordinal();
  }
}
