package org.deltabed.checker;

/**
 * The perfect failure detector's {@code Crash} at one process.
 *
 * @param by process that suspects
 * @param of process that is suspected
 * @param slot slots since the run's start, counted from 0
 * @param timeNs when it was raised
 * @param detectionNs time since the last sign of life (upper estimate); -1 when there is no crash
 * @param lowerNs time since the first proof of death (lower estimate, may be negative)
 * @param ref {@code file:line}
 */
public record Suspicion(
    int by, int of, long slot, long timeNs, long detectionNs, long lowerNs, String ref) {}
