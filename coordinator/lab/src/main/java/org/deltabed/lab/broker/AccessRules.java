package org.deltabed.lab.broker;

/**
 * Who may publish and subscribe where. The lab may do everything below its session; a node may
 * publish its own status and trace and read its own commands, and nothing else (F38).
 */
public record AccessRules(String session) {

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
      return topic.startsWith("deltabed/" + session + "/");
    }
    return own(user, topic, "/status") || own(user, topic, "/trace");
  }

  /** Whether {@code user} may subscribe to, or be sent messages of, {@code filter}. */
  public boolean maySubscribe(String user, String filter) {
    if (user.equals(Credentials.LAB_USER)) {
      return filter.startsWith("deltabed/" + session + "/");
    }
    return own(user, filter, "/cmd");
  }

  private boolean own(String user, String topic, String leaf) {
    if (!user.startsWith("node")) {
      return false;
    }
    return topic.equals("deltabed/" + session + "/node/" + user.substring("node".length()) + leaf);
  }
}
