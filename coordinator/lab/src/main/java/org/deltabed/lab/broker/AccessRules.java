package org.deltabed.lab.broker;

import java.util.Set;
import java.util.TreeSet;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Who may publish and subscribe where. The lab may do everything below its session, and speak to
 * its plugs; a node may publish its own status and trace and read its own commands, and nothing
 * else (F38).
 *
 * @param session 16 hex digits
 * @param plugs what the topics of the plugs begin with, each up to a slash
 */
public record AccessRules(String session, Set<String> plugs) {

  public AccessRules {
    plugs = Set.copyOf(plugs);
  }

  /** The rules where no power is switched over MQTT. */
  public AccessRules(String session) {
    this(session, Set.of());
  }

  /** The rules of a testbed, with the plugs that its description names. */
  public static AccessRules of(String session, Testbed testbed) {
    Set<String> plugs = new TreeSet<>();
    for (NodeSpec node : testbed.nodes()) {
      String topic = node.power().setting("topic", "");
      switch (node.power().by()) {
        case "tasmota" ->
            plugs.addAll(
                Set.of("cmnd/" + topic + "/", "stat/" + topic + "/", "tele/" + topic + "/"));
        case "shelly" -> plugs.addAll(Set.of("shellies/" + topic + "/", topic + "/", "deltabed-"));
        default -> {} // not over MQTT
      }
    }
    return new AccessRules(session, plugs);
  }

  /** Topic of the commands to a node. */
  public String command(int node) {
    return prefix(node) + "/cmd";
  }

  /** Topic prefix of a node. */
  public String prefix(int node) {
    return "deltabed/" + session + "/node/" + node;
  }

  /** Whether {@code user} may publish to {@code topic}. */
  public boolean mayPublish(String user, String topic) {
    if (topic.contains("+") || topic.contains("#")) {
      return false;
    }
    if (user.equals(Credentials.LAB_USER)) {
      return topic.startsWith("deltabed/" + session + "/") || ofPlug(topic);
    }
    return own(user, topic, "/status") || own(user, topic, "/trace");
  }

  /** Whether {@code user} may subscribe to, or be sent messages of, {@code filter}. */
  public boolean maySubscribe(String user, String filter) {
    if (user.equals(Credentials.LAB_USER)) {
      return filter.startsWith("deltabed/" + session + "/") || ofPlug(filter);
    }
    return own(user, filter, "/cmd");
  }

  private boolean ofPlug(String topic) {
    return plugs.stream().anyMatch(topic::startsWith);
  }

  private boolean own(String user, String topic, String leaf) {
    if (!user.startsWith("node")) {
      return false;
    }
    return topic.equals("deltabed/" + session + "/node/" + user.substring("node".length()) + leaf);
  }
}
