package org.deltabed.lab.campaign;

import java.util.List;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.plan.Fault;
import org.deltabed.wire.RunSecret;

/**
 * One attempt that is about to be made.
 *
 * @param id run id, part of file names
 * @param caseName of the plan
 * @param attempt from 1
 * @param repeats id of the first attempt, or empty
 * @param nonce 16 hex digits; a command with another one is not for this run
 * @param secret what the attempt's keys are made of
 * @param proposals by process, index 0 is process 1
 */
record RunPlan(
    String id,
    String caseName,
    int attempt,
    String repeats,
    String nonce,
    RunSecret secret,
    List<Long> proposals,
    List<Fault> faults,
    Verdict expect) {

  /** The same run once more, with keys of its own. */
  RunPlan again(String nextNonce) {
    String first = repeats.isEmpty() ? id : repeats;
    int next = attempt + 1;
    return new RunPlan(
        first + "-" + next,
        caseName,
        next,
        first,
        nextNonce,
        RunSecret.fresh(),
        proposals,
        faults,
        expect);
  }
}
