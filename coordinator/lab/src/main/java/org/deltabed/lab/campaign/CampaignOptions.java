package org.deltabed.lab.campaign;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a campaign is run, beside its plan.
 *
 * @param runs the folder of all campaigns
 * @param id campaign id; empty for a new one made of the time
 * @param broker an MQTT broker to use in place of the embedded one, {@code
 *     mqtt://user:password@host:port}
 * @param bench what {@code deltabed provision} made, where the nodes are real
 */
public record CampaignOptions(Path runs, String id, Optional<URI> broker, Optional<Path> bench) {

  /** Without real nodes. */
  public CampaignOptions(Path runs, String id, Optional<URI> broker) {
    this(runs, id, broker, Optional.empty());
  }
}
