package org.deltabed.checker;

/**
 * A detected crash of a run that counts.
 *
 * @param run run id
 * @param by process that detected
 * @param of process that crashed
 * @param detectionNs since the last sign of life (upper estimate)
 * @param lowerNs since the first proof of death (lower estimate, may be negative)
 * @param ref {@code file:line} of the suspicion
 */
public record Detection(String run, int by, int of, long detectionNs, long lowerNs, String ref) {}
