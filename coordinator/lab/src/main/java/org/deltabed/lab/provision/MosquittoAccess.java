package org.deltabed.lab.provision;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.hardware.power.plug.PlugAccess;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** The rules of {@link AccessRules} in Mosquitto's words. */
final class MosquittoAccess {

  private final StringBuilder text = new StringBuilder();

  private MosquittoAccess() {}

  static String text(Testbed testbed, AccessRules rules) {
    MosquittoAccess made = new MosquittoAccess();
    made.text.append("# Who may do what on the broker of ").append(testbed.name());
    made.text.append(". The user is the name in the certificate; a plug's has a password.\n");
    made.add(testbed, rules);
    return made.text.toString();
  }

  private void add(Testbed testbed, AccessRules rules) {
    Map<Integer, PlugAccess> plugs = new TreeMap<>(rules.plugs());
    user(Credentials.LAB_USER);
    topics("readwrite", List.of("deltabed/" + rules.session() + "/#"));
    for (PlugAccess plug : plugs.values()) {
      topics("write", plug.labPublishes());
      topics("read", plug.labHears());
    }
    for (NodeSpec node : testbed.nodes()) {
      String prefix = rules.prefix(node.id());
      user(Credentials.nodeUser(node.id()));
      topics("write", List.of(prefix + "/status", prefix + "/trace"));
      topics("read", List.of(rules.command(node.id())));
    }
    plugs.forEach(
        (node, plug) -> {
          user(Credentials.plugUser(node));
          topics("write", plug.plugPublishes());
          topics("read", plug.plugHears());
        });
  }

  private void user(String name) {
    text.append("\nuser ").append(name).append('\n');
  }

  private void topics(String right, List<String> filters) {
    for (String filter : filters) {
      text.append("topic ").append(right).append(' ').append(filter).append('\n');
    }
  }
}
