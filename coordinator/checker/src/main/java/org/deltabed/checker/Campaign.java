package org.deltabed.checker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the lab did, as it stands in {@code campaign.json}: components in the order of the file.
 *
 * @param schema version of the file
 * @param id campaign id, the name of its folder
 * @param name name of the plan
 * @param session 16 hex digits
 * @param seed of everything that the lab drew
 * @param protocol id in the catalogue, such as C2
 * @param variant id of the seeded mistake in the agents; empty when there is none
 * @param crashesMax f
 * @param requestsEach how many requests each process gets where the protocol takes many; null, as
 *     in older files, is 1
 * @param expect what the plan expects
 * @param startedUtc wall clock, for people
 * @param hostJitter measured before the campaign; null when it was not measured
 * @param complete false while the lab still works, or when it was stopped
 * @param runs every attempt in the order in which they ran
 */
@JsonPropertyOrder({"schema", "campaign"})
public record Campaign(
    int schema,
    @JsonProperty("campaign") String id,
    String name,
    String session,
    long seed,
    String protocol,
    String variant,
    int crashesMax,
    Integer requestsEach,
    Verdict expect,
    String startedUtc,
    HostJitter hostJitter,
    boolean complete,
    List<CampaignRun> runs) {
  /** Version of {@code campaign.json} that this code writes and reads. */
  public static final int SCHEMA = 1;

  public Campaign {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException(
          "schema " + schema + " is unknown; this program reads schema " + SCHEMA);
    }
    SafeName.require(id, "campaign id");
    if (protocol == null || protocol.isEmpty() || expect == null || runs == null) {
      throw new IllegalArgumentException("a campaign needs protocol, expect and runs");
    }
    variant = variant == null ? "" : variant;
    requestsEach = requestsEach == null ? 1 : requestsEach;
    runs = List.copyOf(runs);
    Set<String> ids = new HashSet<>();
    for (CampaignRun run : runs) {
      if (!ids.add(run.id())) {
        throw new IllegalArgumentException("run id " + run.id() + " is there twice");
      }
    }
  }
}
