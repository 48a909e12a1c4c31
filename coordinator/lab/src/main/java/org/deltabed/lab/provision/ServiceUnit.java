package org.deltabed.lab.provision;

import java.net.InetAddress;
import java.util.Map;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** The systemd unit of a node's agent. */
record ServiceUnit(Testbed testbed, NodeSpec node) {

  String text() {
    return Template.named("deltabed-agent.service")
        .fill(
            Map.of(
                "NODE", node.name(),
                "TESTBED", testbed.name(),
                "SERIAL_UNIT", node.isVirtual() ? "network.target" : unitOf(node.serial()),
                "IP_RULES", addresses()));
  }

  /** As systemd-escape --path has it. */
  private static String unitOf(String device) {
    StringBuilder name = new StringBuilder();
    for (char c : device.substring(1).toCharArray()) {
      if (c == '/') {
        name.append('-');
      } else if (c == '-') {
        name.append("\\x2d");
      } else {
        name.append(c);
      }
    }
    return name.append(".device").toString();
  }

  /** A name has to be looked up, and where is not known here: then any address may be spoken to. */
  private String addresses() {
    String host = testbed.broker().host();
    try {
      return "IPAddressDeny=any\nIPAddressAllow=localhost\nIPAddressAllow="
          + InetAddress.ofLiteral(host).getHostAddress();
    } catch (IllegalArgumentException e) {
      return "# Any address may be spoken to, since "
          + host
          + " is a name that has to be looked up.";
    }
  }
}
