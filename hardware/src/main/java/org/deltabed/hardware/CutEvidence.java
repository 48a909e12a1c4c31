package org.deltabed.hardware;

/**
 * When a node died: somewhere in [aliveNs, deadNs], both on {@link System#nanoTime()}.
 *
 * @param aliveNs the last moment at which the node was known to be alive
 * @param deadNs the first moment at which it was known to be dead
 * @param byCut false if the node had ended by itself before; then aliveNs is its start
 */
public record CutEvidence(long aliveNs, long deadNs, boolean byCut) {}
