package org.deltabed.agent.core;

import org.deltabed.trace.Kind;

/** Where a node's records go; on a node it is the spool. For the loop's thread only. */
public interface Journal {
  /** Appends a record without data; allocates nothing. */
  void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b);

  /**
   * Appends a record.
   *
   * @param data the text of one JSON object
   */
  void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data);

  /** Returns when all that was appended would survive a power cut. */
  void force();

  /** How many records this boot has appended. */
  long records();
}
