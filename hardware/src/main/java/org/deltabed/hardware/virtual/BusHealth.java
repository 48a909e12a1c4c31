package org.deltabed.hardware.virtual;

/**
 * How punctual the bus thread itself was, so that a run can tell a hiccup of the host from a fault
 * of a protocol.
 *
 * @param wakeUps that were due at a known time
 * @param maxLateNs the worst lateness
 * @param hiccups wake-ups later than {@link BusSettings#hiccupNs}
 * @param lastHiccupNs when the last one was noticed, on {@link System#nanoTime()}; 0 if there was
 *     none
 */
public record BusHealth(long wakeUps, long maxLateNs, long hiccups, long lastHiccupNs) {}
