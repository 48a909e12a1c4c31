package org.deltabed.checker;

/**
 * A node's clock in a run, against the lab's; written where the nodes do not share one clock.
 *
 * @param node node id
 * @param process its process, 1..n
 * @param boot the boot that took part
 * @param known whether the evidence gives an offset, and does not contradict itself
 * @param atNs the time on the lab's clock that the offset is given for: the run's start
 * @param offsetNs how much the node's clock was ahead then
 * @param uncertaintyNs ε: by how much that, or any other time of the node in the run, may be wrong;
 *     -1 if nothing is known
 * @param driftPpm how much faster than the lab's it runs, by the boot's SYNC edges
 * @param driftErrorPpm by how much that may be wrong; 0 where there were less than two edges
 * @param syncEdges edges of the SYNC wire, over the whole boot, that were recognised
 * @param syncEdgesSeen edges that the node recorded
 * @param aliveEdges edges of its ALIVE line that narrowed the offset
 */
public record ClockFinding(
    int node,
    int process,
    int boot,
    boolean known,
    long atNs,
    long offsetNs,
    long uncertaintyNs,
    double driftPpm,
    double driftErrorPpm,
    int syncEdges,
    int syncEdgesSeen,
    int aliveEdges) {}
