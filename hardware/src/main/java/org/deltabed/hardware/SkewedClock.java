package org.deltabed.hardware;

/**
 * A clock that differs from the machine's, so that the nodes of a virtual testbed disagree as those
 * of a bench do.
 *
 * @param offsetNs what it shows when the machine's clock shows 0
 * @param driftPpm by how many parts per million it runs fast, slow if negative
 */
public record SkewedClock(long offsetNs, int driftPpm) implements MonotonicClock {
  private static final long MILLION = 1_000_000;

  @Override
  public long nowNs() {
    return atMachineNs(System.nanoTime());
  }

  /** In two parts, since the product of a machine's up-time and the drift does not fit 64 bits. */
  @Override
  public long atMachineNs(long machineNs) {
    long whole = Math.floorDiv(machineNs, MILLION) * driftPpm;
    long rest = Math.floorDiv(Math.floorMod(machineNs, MILLION) * driftPpm, MILLION);
    return machineNs + offsetNs + whole + rest;
  }
}
