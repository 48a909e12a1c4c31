package org.deltabed.lab.collect;

/**
 * A node's answer to a command.
 *
 * @param node id
 * @param boot which start of the node answers
 * @param command {@code prepare}, {@code start}, ...
 * @param nonce of the run
 * @param ok whether it will do it
 * @param reason why not
 * @param round of the bus when it answered
 */
public record Acknowledgement(
    int node, int boot, String command, String nonce, boolean ok, String reason, long round) {}
