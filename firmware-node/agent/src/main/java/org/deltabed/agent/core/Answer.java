package org.deltabed.agent.core;

/**
 * What became of a command.
 *
 * @param ok whether it was carried out
 * @param reason why not, or ""
 * @param round the node's round at that time, -1 if it has none
 */
public record Answer(boolean ok, String reason, int round) {}
