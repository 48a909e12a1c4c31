package org.deltabed.lab.provision;

import org.deltabed.hardware.gpio.GpioChips;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.wiring.NodeSpec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A node's {@code /etc/deltabed/agent.json}. */
record NodeSettingsFile(NodeSpec node, LabBundle lab) {

  private static final String SETTINGS = "/etc/deltabed/";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  String text() {
    ObjectNode config = JSON.createObjectNode();
    config.put("node", node.id());
    config.put("wiring", SETTINGS + "wiring.json");
    config.put("session", lab.session());
    config.put("key", SETTINGS + "private/bus.key");
    config.put("spool", "/var/lib/deltabed/spool");
    config.put("serial", node.isVirtual() ? "/dev/deltabed-bus" : node.serial());
    if (!node.isVirtual() && !node.pins().isEmpty()) {
      config.put("gpio", chip());
    }
    ObjectNode mqtt = config.putObject("mqtt");
    mqtt.put("url", lab.brokerUrl());
    mqtt.put("user", Credentials.nodeUser(node.id()));
    mqtt.put("ca", SETTINGS + "ca.crt");
    mqtt.put("certificate", SETTINGS + "node.crt");
    mqtt.put("key", SETTINGS + "private/node.key");
    return JSON.writeValueAsString(config) + "\n";
  }

  /** The chip whose lines are on the header; a PC has none, and its first is as good as any. */
  private String chip() {
    String board = node.made().board();
    return board.equals("pc") ? "gpiochip0" : GpioChips.headerOf(board);
  }
}
