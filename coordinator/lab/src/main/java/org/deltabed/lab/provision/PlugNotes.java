package org.deltabed.lab.provision;

import java.util.Map;
import java.util.TreeSet;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** What has to be entered in each plug of a testbed, for the lab machine's README. */
record PlugNotes(Testbed testbed, LabBundle lab) {

  String text() {
    StringBuilder plugs = new StringBuilder();
    for (int node : new TreeSet<>(lab.rules(testbed).plugs().keySet())) {
      plugs.append(line(testbed.nodeById(node)));
    }
    return Template.named("coordinator-README-plugs.txt")
        .fill(
            Map.of(
                "HOST", testbed.broker().host(),
                "PORT", Integer.toString(BrokerPlace.plugPort(testbed.broker())),
                "PLUGS", plugs.toString()));
  }

  private static String line(NodeSpec node) {
    String user = Credentials.plugUser(node.id());
    String topic = node.power().setting("topic", "");
    boolean tasmota = node.power().by().equals("tasmota");
    return "  %s, a %s that switches %s: user %s, password in private/%s.password, topic %s%n"
        .formatted(user, tasmota ? "Tasmota plug" : "Shelly plug", node.name(), user, user, topic);
  }
}
