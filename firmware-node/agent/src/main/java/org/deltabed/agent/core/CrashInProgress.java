package org.deltabed.agent.core;

/** From the last sub-frame handed over to the halt: it must be wholly on the line first. */
final class CrashInProgress {
  private boolean begun;
  private long bytesToEcho;
  private long haltNs;

  /**
   * @param bytes how many own bytes must be heard; more than will come where there is no echo
   * @param latestNs when to halt at the latest: all bytes are on the line by then
   */
  void begin(long bytes, long latestNs) {
    begun = true;
    bytesToEcho = bytes;
    haltNs = latestNs;
  }

  boolean inProgress() {
    return begun;
  }

  void echoed(long bytes, long nowNs) {
    if (begun) {
      bytesToEcho -= bytes;
      if (bytesToEcho <= 0) {
        haltNs = Math.min(haltNs, nowNs);
      }
    }
  }

  long haltNs() {
    return haltNs;
  }
}
