package org.deltabed.checker;

/**
 * The crash of a node as witnesses other than the node itself saw it.
 *
 * @param node node id
 * @param process its process, 1..n
 * @param lastSignNs last sign of life
 * @param firstProofNs first proof of death
 * @param lastSign what the last sign was, with {@code file:line}
 * @param firstProof what the first proof was, with {@code file:line}
 */
public record CrashFinding(
    int node,
    int process,
    long lastSignNs,
    long firstProofNs,
    String lastSign,
    String firstProof) {}
