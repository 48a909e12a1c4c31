package org.deltabed.checker;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The verdict of a campaign, as it stands in {@code verdict.json}: components in the order of the
 * file.
 *
 * @param schema version of the file
 * @param verdict the worst over the attempts that count, and over the campaign's own reasons
 * @param campaign campaign id
 * @param name name of the plan
 * @param protocol id of the protocol
 * @param variant id of the seeded mistake; empty when there is none
 * @param expect what the plan expects
 * @param crashesMax f
 * @param deltaNs the computed bound on the delay
 * @param maxDelayNs longest delay in the runs that count; -1 when none was measured
 * @param delayUncertaintyNs by how much a delay in the runs that count may be wrong at most; null,
 *     and left out, where all share one clock
 * @param maxMessageDelayNs longest delay of a message alone; -1 when none was measured
 * @param delays all delays in the runs that count
 * @param lateFrames late frames in the runs that count
 * @param lateFramesAll late frames in all attempts
 * @param detectionBoundNs the computed bound on the detection of a crash
 * @param maxDetectionNs longest detection in the runs that count; -1 when there was none
 * @param detections each detection of the runs that count
 * @param hostHiccups of the whole campaign
 * @param reliability the claim that the timed frames support
 * @param properties each property over all runs that count
 * @param runs every attempt, in the campaign's order
 * @param reasons findings that belong to no single run
 * @param environment versions.json as the lab wrote it
 */
public record CampaignVerdict(
    int schema,
    Verdict verdict,
    String campaign,
    String name,
    String protocol,
    String variant,
    Verdict expect,
    int crashesMax,
    long deltaNs,
    long maxDelayNs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long delayUncertaintyNs,
    long maxMessageDelayNs,
    DelayStatistics delays,
    long lateFrames,
    long lateFramesAll,
    long detectionBoundNs,
    long maxDetectionNs,
    List<Detection> detections,
    HostHiccups hostHiccups,
    Reliability reliability,
    List<PropertyFinding> properties,
    List<RunVerdict> runs,
    List<Reason> reasons,
    JsonNode environment) {
  /** Version of {@code verdict.json} that this code writes. */
  public static final int SCHEMA = 1;

  public CampaignVerdict {
    detections = List.copyOf(detections);
    properties = List.copyOf(properties);
    runs = List.copyOf(runs);
    reasons = List.copyOf(reasons);
  }
}
