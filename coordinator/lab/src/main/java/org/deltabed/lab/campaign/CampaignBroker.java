package org.deltabed.lab.campaign;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.broker.EmbeddedBroker;
import org.deltabed.lab.provision.LabBundle;
import org.deltabed.wiring.Testbed;

/**
 * The broker of a campaign: that of a provisioned testbed, one that the user names, or an embedded
 * one, which alone ends with the campaign.
 */
public record CampaignBroker(BrokerAccess access, Optional<EmbeddedBroker> embedded)
    implements AutoCloseable {

  /** Opens it. The bundle is that of a provisioned testbed. */
  public static CampaignBroker open(
      CampaignOptions options, Optional<LabBundle> bundle, AccessRules rules, Testbed testbed)
      throws IOException {
    Map<Integer, Credentials> nodes = Session.nodeCredentials(testbed);
    if (bundle.isPresent()) {
      return new CampaignBroker(bundle.get().access(), Optional.empty());
    }
    return options.broker().isPresent()
        ? new CampaignBroker(
            ExternalBroker.access(options.broker().get(), nodes.keySet()), Optional.empty())
        : embedded(rules, nodes);
  }

  private static CampaignBroker embedded(AccessRules rules, Map<Integer, Credentials> nodes)
      throws IOException {
    Credentials lab = Credentials.fresh(Credentials.LAB_USER);
    Map<Integer, Credentials> plugs = new HashMap<>();
    for (int node : rules.plugs().keySet()) {
      plugs.put(node, Credentials.fresh(Credentials.plugUser(node)));
    }
    Map<String, String> passwords = new HashMap<>();
    passwords.put(lab.user(), lab.password());
    nodes.values().forEach(user -> passwords.put(user.user(), user.password()));
    plugs.values().forEach(user -> passwords.put(user.user(), user.password()));
    EmbeddedBroker broker = EmbeddedBroker.start(rules, passwords);
    BrokerAccess access = new BrokerAccess(broker.url(), lab, nodes, Map.copyOf(plugs), null);
    return new CampaignBroker(access, Optional.of(broker));
  }

  /** Ends the embedded broker. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedBroker::close);
  }
}
