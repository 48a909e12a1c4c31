package org.deltabed.lab.provision;

import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** The rules of {@link AccessRules} in Mosquitto's words. */
final class MosquittoAccess {

  private MosquittoAccess() {}

  static String text(Testbed testbed, AccessRules rules) {
    StringBuilder text = new StringBuilder();
    text.append("# Who may do what on the broker of ").append(testbed.name());
    text.append(". The user is the name in the certificate.\n\n");
    text.append("user ").append(Credentials.LAB_USER).append('\n');
    text.append("topic readwrite deltabed/").append(rules.session()).append("/#\n");
    for (NodeSpec node : testbed.nodes()) {
      String prefix = rules.prefix(node.id());
      text.append("\nuser ").append(Credentials.nodeUser(node.id())).append('\n');
      text.append("topic write ").append(prefix).append("/status\n");
      text.append("topic write ").append(prefix).append("/trace\n");
      text.append("topic read ").append(rules.command(node.id())).append('\n');
    }
    return text.toString();
  }
}
