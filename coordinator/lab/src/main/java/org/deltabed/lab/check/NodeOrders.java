package org.deltabed.lab.check;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.lab.collect.Acknowledgement;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Has nodes do something for a while, and waits until they say that they do. */
public final class NodeOrders {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long ANSWER_MS = 6_000;
  private static final long ASK_AGAIN_MS = 1_500;

  private final String session;
  private final LabLink link;
  private final Cluster cluster;

  public NodeOrders(String session, LabLink link, Cluster cluster) {
    this.session = session;
    this.link = link;
    this.cluster = cluster;
  }

  /** Holds one ALIVE line; false if its node does not say in time that it does. */
  public boolean hold(int node, boolean high, long forMs) throws InterruptedException {
    return hold(List.of(node), high, forMs);
  }

  /** Holds several ALIVE lines at one level; false unless all nodes say in time that they do. */
  public boolean hold(Collection<Integer> nodes, boolean high, long forMs)
      throws InterruptedException {
    return order(nodes, "alive", forMs, "level", high ? 1 : 0);
  }

  /** Has frames filled with so many bytes; false unless all nodes say in time that they do. */
  public boolean fill(Collection<Integer> nodes, int bytes, long forMs)
      throws InterruptedException {
    return order(nodes, "fill", forMs, "bytes", bytes);
  }

  private boolean order(Collection<Integer> nodes, String name, long forMs, String key, int value)
      throws InterruptedException {
    Map<Integer, ObjectNode> orders = new TreeMap<>();
    for (int node : nodes) {
      ObjectNode order = JSON.createObjectNode().put("cmd", name).put("session", session);
      orders.put(node, order.put("nonce", nonce()).put(key, value).put("forMs", forMs));
    }
    for (long waitedMs = 0; waitedMs < ANSWER_MS; waitedMs += ASK_AGAIN_MS) {
      orders.forEach(
          (node, order) -> {
            if (!done(node, order)) {
              link.command(node, order.toString());
            }
          });
      if (cluster.await(
          ASK_AGAIN_MS,
          () -> orders.entrySet().stream().allMatch(it -> done(it.getKey(), it.getValue())))) {
        return true;
      }
    }
    return false;
  }

  private boolean done(int node, ObjectNode order) {
    return cluster
        .acknowledgement(node, order.get("cmd").asString(), order.get("nonce").asString())
        .map(Acknowledgement::ok)
        .orElse(false);
  }

  private static String nonce() {
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
