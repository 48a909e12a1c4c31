package org.deltabed.checker;

/**
 * A decision of a process at the top of its tower.
 *
 * @param process 1..n
 * @param value the decided value as text
 * @param slot slots since the run's start, counted from 0
 * @param timeNs clock of the deciding node
 * @param ref {@code file:line}
 */
public record Decision(int process, String value, long slot, long timeNs, String ref) {}
