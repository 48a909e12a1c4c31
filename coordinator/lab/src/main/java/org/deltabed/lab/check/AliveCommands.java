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

/** Has nodes hold their ALIVE lines, and waits until they say that they do. */
public final class AliveCommands {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long ANSWER_MS = 6_000;
  private static final long ASK_AGAIN_MS = 1_500;

  private final String session;
  private final LabLink link;
  private final Cluster cluster;

  public AliveCommands(String session, LabLink link, Cluster cluster) {
    this.session = session;
    this.link = link;
    this.cluster = cluster;
  }

  /** Holds one line; false if its node does not say in time that it does. */
  public boolean hold(int node, boolean high, long forMs) throws InterruptedException {
    return hold(List.of(node), high, forMs);
  }

  /** Holds several lines at one level; false unless all nodes say in time that they do. */
  public boolean hold(Collection<Integer> nodes, boolean high, long forMs)
      throws InterruptedException {
    Map<Integer, String> nonces = new TreeMap<>();
    nodes.forEach(node -> nonces.put(node, nonce()));
    for (long waitedMs = 0; waitedMs < ANSWER_MS; waitedMs += ASK_AGAIN_MS) {
      nonces.forEach(
          (node, nonce) -> {
            if (!done(node, nonce)) {
              link.command(node, command(nonce, high, forMs));
            }
          });
      if (cluster.await(
          ASK_AGAIN_MS, () -> nonces.entrySet().stream().allMatch(it -> done(it.getKey(), it.getValue())))) {
        return true;
      }
    }
    return false;
  }

  private boolean done(int node, String nonce) {
    return cluster
        .acknowledgement(node, "alive", nonce)
        .map(Acknowledgement::ok)
        .orElse(false);
  }

  private static String nonce() {
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private String command(String nonce, boolean high, long forMs) {
    return JSON.createObjectNode()
        .put("cmd", "alive")
        .put("session", session)
        .put("nonce", nonce)
        .put("level", high ? 1 : 0)
        .put("forMs", forMs)
        .toString();
  }
}
