package org.deltabed.hardware.virtual;

/** The running counts behind {@link PortStatistics}, guarded by the bus's lock. */
final class PortCounters {
  long chunks;
  long bytes;
  long deliveredBytes;
  long overrunBytes;
  long droppedChunks;
  long delayedChunks;
  long repeatedChunks;
  long flippedBits;
  long collidedBytes;
  long unheardBytes;
  long discardedBytes;
  long babbledBytes;
  long powerCuts;

  PortStatistics snapshot() {
    return new PortStatistics(
        chunks,
        bytes,
        deliveredBytes,
        overrunBytes,
        droppedChunks,
        delayedChunks,
        repeatedChunks,
        flippedBits,
        collidedBytes,
        unheardBytes,
        discardedBytes,
        babbledBytes,
        powerCuts);
  }
}
