package org.deltabed.checker;

/**
 * How often, and how long at most, the machine of the virtual testbed stood still, as its witness
 * saw it.
 */
public record HostHiccups(long count, long maxNs) {}
