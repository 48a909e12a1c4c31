package org.deltabed.lab.virtual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.deltabed.lab.witness.ControlChannel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hand on the plugs of a virtual testbed: what {@code deltabed virtual} does from another
 * terminal. Its socket is in the session's private folder, so it is a hand of the same user.
 */
final class Hand implements Runnable, AutoCloseable {

  private final ControlChannel channel;
  private final IntFunction<VirtualNode> nodes;

  /**
   * @param nodes a node by its id; throws {@link IllegalArgumentException} if there is none
   */
  Hand(Path socket, IntFunction<VirtualNode> nodes) throws IOException {
    this.channel = new ControlChannel(socket);
    this.nodes = nodes;
  }

  @Override
  public void run() {
    try {
      channel.serve(this::request);
    } catch (IOException e) {
      System.err.println("the hand's socket: " + e);
    }
  }

  private void request(JsonNode request, ObjectNode answer) throws IOException {
    VirtualNode node = nodes.apply(request.get("node").asInt());
    switch (request.get("op").asString()) {
      case "pull" -> node.pull();
      case "plug" -> node.plug();
      case "pause" -> node.standStill();
      case "resume" -> node.carryOn();
      case "state" -> {}
      default -> throw new IOException("a hand cannot " + request.get("op"));
    }
    answer.put("node", node.id()).put("state", node.condition());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.err.println("the hand's socket: " + e);
    }
  }
}
