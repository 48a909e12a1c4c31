package org.deltabed.lab.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The nodes as the lab knows them from their status messages; a monitor that can be waited on. */
public final class Cluster {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MALFORMED_KEPT_MAX = 100;
  private static final int STATUS_BYTES_MAX = 16 * 1024;

  private final Map<Integer, NodeView> views = new TreeMap<>();
  private final Map<String, Acknowledgement> acknowledgements = new HashMap<>();
  private final List<String> malformed = new ArrayList<>();
  private long malformedCount;

  /** Takes a status message of a node; one that cannot be read is kept as an operating error. */
  public synchronized void status(int node, byte[] payload) {
    if (payload.length > STATUS_BYTES_MAX) {
      note("status of node " + node + " has " + payload.length + " bytes");
      return;
    }
    try {
      JsonNode message = JSON.readTree(payload);
      if (message.path("node").asInt(0) != node) {
        note("node " + node + " speaks as node " + message.path("node"));
        return;
      }
      take(node, message);
    } catch (JacksonException e) {
      note("status of node " + node + ": " + e.getOriginalMessage());
    }
    notifyAll();
  }

  private void note(String error) {
    malformedCount++;
    if (malformed.size() < MALFORMED_KEPT_MAX) {
      malformed.add(error);
    }
  }

  private void take(int node, JsonNode message) {
    switch (message.path("type").asString("")) {
      case "ack" -> {
        Acknowledgement ack =
            new Acknowledgement(
                node,
                message.path("boot").asInt(0),
                message.path("cmd").asString(""),
                message.path("nonce").asString(""),
                message.path("ok").asBoolean(false),
                message.path("reason").asString(""),
                message.path("round").asLong(0));
        acknowledgements.put(key(node, ack.command(), ack.nonce()), ack);
      }
      case "hello" -> views.put(node, view(node, message));
      case "status" -> {
        NodeView known = views.get(node);
        int boot = message.path("boot").asInt(0);
        if (known == null || boot >= known.boot()) {
          views.put(node, view(node, message));
        }
      }
      default -> note("node " + node + " sent a status of unknown type");
    }
  }

  private NodeView view(int node, JsonNode message) {
    NodeView known = views.get(node);
    int boot = message.path("boot").asInt(0);
    Map<Integer, Long> spools = new TreeMap<>();
    for (JsonNode spool : message.path("spools")) {
      spools.put(spool.path("boot").asInt(0), spool.path("lastSeq").asLong(-1));
    }
    if (message.has("previousBoot") && message.path("previousBoot").asInt(0) > 0) {
      spools.put(message.path("previousBoot").asInt(), message.path("previousLastSeq").asLong(-1));
    }
    if (message.has("lastSeq")) {
      spools.put(boot, message.path("lastSeq").asLong(-1));
    }
    long heard = 0;
    for (JsonNode process : message.path("heard")) {
      heard |= 1L << (process.asInt(1) - 1);
    }
    boolean sameBoot = known != null && known.boot() == boot;
    String hash = message.path("wiringHash").asString(sameBoot ? known.wiringHash() : "");
    return new NodeView(
        node,
        boot,
        message.path("state").asString("listen"),
        message.path("round").asLong(0),
        heard,
        message.path("run").asString(""),
        message.path("runState").asString("idle"),
        Map.copyOf(spools),
        hash,
        System.nanoTime());
  }

  /** What the node last said. */
  public synchronized Optional<NodeView> view(int node) {
    return Optional.ofNullable(views.get(node));
  }

  /** The node's answer to that command of that run, once it has come. */
  public synchronized Optional<Acknowledgement> acknowledgement(
      int node, String command, String nonce) {
    return Optional.ofNullable(acknowledgements.get(key(node, command, nonce)));
  }

  /** How many status messages could not be read. */
  public synchronized long malformedCount() {
    return malformedCount;
  }

  /** What was wrong with the first of them. */
  public synchronized List<String> malformed() {
    return List.copyOf(malformed);
  }

  /**
   * Waits until something holds.
   *
   * @return false when the time has passed and it does not
   */
  public synchronized boolean await(long timeoutMs, BooleanSupplier condition)
      throws InterruptedException {
    long endNs = System.nanoTime() + timeoutMs * 1_000_000;
    while (!condition.getAsBoolean()) {
      long leftMs = (endNs - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      wait(Math.min(leftMs, 50)); // conditions may also depend on traces, which do not notify here
    }
    return true;
  }

  private static String key(int node, String command, String nonce) {
    return node + " " + command + " " + nonce;
  }
}
