package org.deltabed.lab.broker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.hardware.power.plug.PlugAccess;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Who may publish and subscribe where. The lab may do everything below its session, and speak to
 * its plugs; a node may publish its own status and trace and read its own commands; a plug may hear
 * and answer its own commands; and nobody anything else (F38).
 *
 * @param session 16 hex digits
 * @param plugs what each plug needs, by the id of the node that it switches
 */
public record AccessRules(String session, Map<Integer, PlugAccess> plugs) {

  public AccessRules {
    plugs = Map.copyOf(plugs);
  }

  /** The rules where no power is switched over MQTT. */
  public AccessRules(String session) {
    this(session, Map.of());
  }

  /** The rules of a testbed, with the plugs that its description names. */
  public static AccessRules of(String session, Testbed testbed) {
    Map<Integer, PlugAccess> plugs = new TreeMap<>();
    for (NodeSpec node : testbed.nodes()) {
      PlugAccess.of(node.power()).ifPresent(plug -> plugs.put(node.id(), plug));
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
      return ofSession(topic)
          || plugs.values().stream().anyMatch(plug -> covers(plug.labPublishes(), topic));
    }
    PlugAccess plug = plug(user);
    if (plug != null) {
      return covers(plug.plugPublishes(), topic);
    }
    return own(user, topic, "/status") || own(user, topic, "/trace");
  }

  /** Whether {@code user} may subscribe to, or be sent messages of, {@code filter}. */
  public boolean maySubscribe(String user, String filter) {
    if (user.equals(Credentials.LAB_USER)) {
      return ofSession(filter)
          || plugs.values().stream().anyMatch(plug -> covers(plug.labHears(), filter));
    }
    PlugAccess plug = plug(user);
    if (plug != null) {
      return covers(plug.plugHears(), filter);
    }
    return own(user, filter, "/cmd");
  }

  private boolean ofSession(String topic) {
    return topic.startsWith("deltabed/" + session + "/");
  }

  private PlugAccess plug(String user) {
    return plugs.entrySet().stream()
        .filter(plug -> user.equals(Credentials.plugUser(plug.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Whether everything that a topic or filter stands for is among what these filters allow. */
  private static boolean covers(List<String> allowed, String topic) {
    return allowed.stream().anyMatch(filter -> covers(filter.split("/", -1), topic.split("/", -1)));
  }

  private static boolean covers(String[] filter, String[] topic) {
    for (int i = 0; i < filter.length; i++) {
      if (filter[i].equals("#")) {
        return true;
      }
      boolean one = i < topic.length && !topic[i].equals("#");
      if (!one || !(filter[i].equals("+") || filter[i].equals(topic[i]))) {
        return false;
      }
    }
    return filter.length == topic.length;
  }

  private boolean own(String user, String topic, String leaf) {
    if (!user.startsWith("node")) {
      return false;
    }
    return topic.equals("deltabed/" + session + "/node/" + user.substring("node".length()) + leaf);
  }
}
