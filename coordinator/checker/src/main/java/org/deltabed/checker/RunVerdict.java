package org.deltabed.checker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The verdict of one attempt of one run.
 *
 * @param id run id
 * @param caseName the plan's name of the case
 * @param attempt counted from 1
 * @param repeats id of the first attempt when this is a later one, else empty
 * @param counts whether the campaign's verdict takes this attempt into account
 * @param verdict what came out
 * @param expect what the plan expects
 * @param startNs start of slot 0 of the run's first round; 0 when no node said it
 * @param crashes by witnesses' evidence, in the order of the last signs of life
 * @param decisions in the order of their time
 * @param decisionSlots slots from the run's start up to the last decision, that one included; -1
 *     without a decision
 * @param decisionNs time from the run's start to the last decision; -1 without a decision
 * @param indications what the protocol indicated to its user, crashes left out, in the order of
 *     time
 * @param suspicions in the order of their time
 * @param maxDelayNs longest delay measured in this run; -1 when none was
 * @param delayUncertaintyNs by how much a delay of this run may be wrong at most; null, and left
 *     out, where all share one clock
 * @param timed delays measured
 * @param lateFrames late frames
 * @param properties what came of each property
 * @param clocks the nodes' clocks against the lab's; left out where all share one clock
 * @param reasons what stands behind the verdict, those of the verdict itself first
 */
@JsonPropertyOrder({"id", "case"})
public record RunVerdict(
    String id,
    @JsonProperty("case") String caseName,
    int attempt,
    String repeats,
    boolean counts,
    Verdict verdict,
    Verdict expect,
    long startNs,
    List<CrashFinding> crashes,
    List<Decision> decisions,
    long decisionSlots,
    long decisionNs,
    List<Indication> indications,
    List<Suspicion> suspicions,
    long maxDelayNs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long delayUncertaintyNs,
    long timed,
    long lateFrames,
    List<PropertyFinding> properties,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ClockFinding> clocks,
    List<Reason> reasons) {
  public RunVerdict {
    crashes = List.copyOf(crashes);
    decisions = List.copyOf(decisions);
    indications = indications == null ? List.of() : List.copyOf(indications);
    suspicions = List.copyOf(suspicions);
    properties = List.copyOf(properties);
    clocks = clocks == null ? List.of() : List.copyOf(clocks);
    reasons = List.copyOf(reasons);
  }

  /** The same facts with another verdict and its reasons. */
  RunVerdict because(Verdict verdict, List<Reason> reasons) {
    return new RunVerdict(
        id,
        caseName,
        attempt,
        repeats,
        counts,
        verdict,
        expect,
        startNs,
        crashes,
        decisions,
        decisionSlots,
        decisionNs,
        indications,
        suspicions,
        maxDelayNs,
        delayUncertaintyNs,
        timed,
        lateFrames,
        properties,
        clocks,
        reasons);
  }

  /** The same verdict, counting or not. */
  public RunVerdict counting(boolean counts) {
    return new RunVerdict(
        id,
        caseName,
        attempt,
        repeats,
        counts,
        verdict,
        expect,
        startNs,
        crashes,
        decisions,
        decisionSlots,
        decisionNs,
        indications,
        suspicions,
        maxDelayNs,
        delayUncertaintyNs,
        timed,
        lateFrames,
        properties,
        clocks,
        reasons);
  }
}
