package org.deltabed.checker;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param secret what the run's keys were made of, hex digits, once it is over; empty where it had
 *     none
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
    String reason,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String secret) {
  public CampaignRun {
    SafeName.require(id, "run id");
    if (expect == null || state == null || boots == null || rounds < 1) {
      throw new IllegalArgumentException("a run needs rounds, boots, expect and state");
    }
    caseName = caseName == null ? "" : caseName;
    repeats = repeats == null ? "" : repeats;
    reason = reason == null ? "" : reason;
    secret = secret == null ? "" : secret;
    if (!secret.matches("([0-9a-f]{64})?")) {
      throw new IllegalArgumentException("the secret of a run is 64 hex digits");
    }
    boots = Collections.unmodifiableSortedMap(new TreeMap<>(boots));
    proposals =
        Collections.unmodifiableSortedMap(
            proposals == null ? new TreeMap<>() : new TreeMap<>(proposals));
    faults = faults == null ? List.of() : List.copyOf(faults);
  }

  /** A run without keys, or whose keys are still in use. */
  public CampaignRun(
      String id,
      String caseName,
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
    this(
        id,
        caseName,
        attempt,
        repeats,
        startRound,
        rounds,
        nonce,
        boots,
        proposals,
        faults,
        expect,
        state,
        reason,
        "");
  }

  /** The same when it is over, and its keys are in use no more. */
  public CampaignRun withSecret(String hex) {
    return new CampaignRun(
        id,
        caseName,
        attempt,
        repeats,
        startRound,
        rounds,
        nonce,
        boots,
        proposals,
        faults,
        expect,
        state,
        reason,
        hex);
  }

  /** The nodes that misbehave on purpose, and how. */
  public SortedMap<Integer, String> byzantine() {
    SortedMap<Integer, String> nodes = new TreeMap<>();
    for (Fault fault : faults) {
      if (fault.kind().equals(Fault.BYZANTINE)) {
        nodes.put(fault.node(), String.valueOf(fault.parameters().get("behaviour")));
      }
    }
    return nodes;
  }

  /** Id that all attempts of this run share: that of the first. */
  public String firstAttempt() {
    return repeats.isEmpty() ? id : repeats;
  }
}
