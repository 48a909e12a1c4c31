package org.deltabed.checker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One attempt of one run, as the lab started it.
 *
 * @param id run id; part of file names
 * @param caseName the plan's name of the case
 * @param attempt counted from 1
 * @param repeats id of the first attempt when this is a later one, else empty
 * @param startRound bus round of the run's first slot
 * @param rounds how many rounds the run lasts
 * @param nonce 16 hex digits
 * @param boots node id to boot
 * @param proposals process to proposal; empty where the protocol takes none
 * @param faults what the plan does to it
 * @param expect what the plan expects
 * @param state how far the lab came
 * @param reason why it was aborted, else empty
 */
@JsonPropertyOrder({"id", "case"})
public record CampaignRun(
    String id,
    @JsonProperty("case") String caseName,
    int attempt,
    String repeats,
    long startRound,
    int rounds,
    String nonce,
    SortedMap<Integer, Integer> boots,
    SortedMap<Integer, Long> proposals,
    List<Fault> faults,
    Verdict expect,
    RunState state,
    String reason) {
  public CampaignRun {
    SafeName.require(id, "run id");
    if (expect == null || state == null || boots == null || rounds < 1) {
      throw new IllegalArgumentException("a run needs rounds, boots, expect and state");
    }
    caseName = caseName == null ? "" : caseName;
    repeats = repeats == null ? "" : repeats;
    reason = reason == null ? "" : reason;
    boots = Collections.unmodifiableSortedMap(new TreeMap<>(boots));
    proposals =
        Collections.unmodifiableSortedMap(
            proposals == null ? new TreeMap<>() : new TreeMap<>(proposals));
    faults = faults == null ? List.of() : List.copyOf(faults);
  }

  /** Id that all attempts of this run share: that of the first. */
  public String firstAttempt() {
    return repeats.isEmpty() ? id : repeats;
  }
}
