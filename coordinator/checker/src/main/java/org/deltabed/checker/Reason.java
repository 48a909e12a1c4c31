package org.deltabed.checker;

/**
 * One finding that stands behind a verdict.
 *
 * @param verdict what this finding alone leads to; PASS marks a remark that changes no verdict
 * @param rule short stable name of the rule, such as {@code late frame}
 * @param node id of the node; 0 where no single node is meant
 * @param round round of the run counted from 1; 0 when unknown
 * @param slot slot within the round counted from 0; -1 when unknown
 * @param timeNs on the clock of the record; 0 when unknown
 * @param excessNs by how much a bound was passed; 0 where nothing is measured
 * @param text the finding in words
 * @param ref {@code file:line} of the record that shows it; empty when a record's absence is the
 *     finding
 */
public record Reason(
    Verdict verdict,
    String rule,
    int node,
    int round,
    int slot,
    long timeNs,
    long excessNs,
    String text,
    String ref) {}
