package org.deltabed.checker;

/**
 * What the timed frames and messages support.
 *
 * @param timed frames and messages that were timed in the runs that count
 * @param late how many of them passed the bound
 * @param upperBound95 with 95 % confidence the probability of a late one is below this: 3/timed
 *     when none was late (rule of three); 1 when nothing was timed
 */
public record Reliability(long timed, long late, double upperBound95) {}
