package org.deltabed.hardware;

/**
 * When a node died: somewhere in [aliveNs, deadNs], both on {@link System#nanoTime()}.
 *
 * @param aliveNs the last moment at which the node was known to be alive
 * @param deadNs the first moment at which it was known to be dead
 * @param byCut false if the node was found dead already, so that this cut was not the cause
 */
public record CutEvidence(long aliveNs, long deadNs, boolean byCut) {}
