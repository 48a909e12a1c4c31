package org.deltabed.hardware.virtual;

/** One port's transmitter: what waits for the line, and when the transmitter is free again. */
final class Sender {

  /** A chunk whose end has not been read yet is waited for so long, then sent as a fragment. */
  private static final long ASSEMBLY_NS = 300_000;

  final int port;
  final Outbox outbox = new Outbox();
  final PortCounters counters = new PortCounters();

  /** What its adapter is set to: also what it takes the bits of others for. */
  int baudRate;

  boolean powered;
  boolean transmitting;
  long freeNs = Long.MIN_VALUE;

  Sender(int port, int baudRate) {
    this.port = port;
    this.baudRate = baudRate;
  }

  /** The time of so many of its bytes on the line. */
  long lineTimeNs(long bytes) {
    return bytes * 10_000_000_000L / baudRate;
  }

  private boolean waiting() {
    return powered && !transmitting && outbox.size() > 0;
  }

  /** When the next chunk goes, or would have gone, on the line. */
  private long startNs() {
    return Math.max(outbox.firstReadNs(), freeNs);
  }

  /** Start of the next chunk if it can be sent by now, else {@link Long#MAX_VALUE}. */
  long readyNs(long nowNs) {
    boolean ready =
        waiting() && (outbox.chunkLength() > 0 || nowNs - outbox.firstReadNs() >= ASSEMBLY_NS);
    return ready ? startNs() : Long.MAX_VALUE;
  }

  /** Length of the chunk that {@link #readyNs} told of. */
  int readyLength() {
    return outbox.chunkLength() > 0 ? outbox.chunkLength() : outbox.size();
  }

  /** Start of a chunk whose end is still being read, else {@link Long#MAX_VALUE}. */
  long assemblingNs(long nowNs) {
    return waiting() && readyNs(nowNs) == Long.MAX_VALUE ? startNs() : Long.MAX_VALUE;
  }

  /** When waiting for the rest of a chunk ends, else {@link Long#MAX_VALUE}. */
  long assemblyDueNs() {
    return waiting() && outbox.chunkLength() == 0
        ? outbox.firstReadNs() + ASSEMBLY_NS
        : Long.MAX_VALUE;
  }
}
