package org.deltabed.lab.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.broker.EmbeddedBroker;
import org.deltabed.lab.provision.LabBundle;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;

/**
 * The broker of a campaign: that of a provisioned testbed, one that the user names, or an embedded
 * one, which alone ends with the campaign.
 *
 * @param named who named it, for errors: a bundle's folder, or an option
 */
public record CampaignBroker(BrokerAccess access, Optional<EmbeddedBroker> embedded, String named)
    implements AutoCloseable {

  private static final String OPTION = "--broker";

  /** Opens it. The bundle is that of a provisioned testbed. */
  public static CampaignBroker open(
      CampaignOptions options, Optional<LabBundle> bundle, AccessRules rules, Testbed testbed)
      throws IOException {
    Map<Integer, Credentials> nodes = Session.nodeCredentials(testbed);
    if (bundle.isPresent()) {
      String folder = options.bench().map(Path::toString).orElse("--bundle");
      return new CampaignBroker(bundle.get().access(), Optional.empty(), folder);
    }
    return options.broker().isPresent()
        ? new CampaignBroker(
            ExternalBroker.access(options.broker().get(), nodes.keySet()), Optional.empty(), OPTION)
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
    return new CampaignBroker(access, Optional.of(broker), "the embedded broker");
  }

  /** The error that nobody could connect to it. */
  public BadInput unreachable(String why) {
    return new BadInput(named, 0, "cannot reach the broker " + access.url() + ": " + why, remedy());
  }

  private String remedy() {
    if (embedded.isPresent()) {
      return "it is deltabed's own, on loopback: look what this machine forbids there";
    }
    return named.equals(OPTION)
        ? "start it, and check address, user and password"
        : "on the coordinator: systemctl status mosquitto; its host must be known by that name";
  }

  /** Ends the embedded broker. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedBroker::close);
  }
}
