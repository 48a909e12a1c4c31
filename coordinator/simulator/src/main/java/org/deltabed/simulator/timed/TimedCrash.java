package org.deltabed.simulator.timed;

/**
 * A node's power is cut.
 *
 * @param process whose node, 1 to n
 * @param crashNs when, since the run's start as node 1 reckoned it when the run was ordered
 */
public record TimedCrash(int process, long crashNs) {}
