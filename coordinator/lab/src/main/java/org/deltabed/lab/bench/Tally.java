package org.deltabed.lab.bench;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What a bench's instruments show at one moment.
 *
 * @param nodes by id
 * @param noise chunks on the bus that were no frames, before anybody's slot was known
 * @param breaks delimiters without anything between them
 * @param syncEdges edges that were driven on the SYNC wire
 */
public record Tally(Map<Integer, OfNode> nodes, long noise, long breaks, long syncEdges) {

  /**
   * What belongs to one node if the wires are right.
   *
   * @param alive level of its ALIVE input; null where there is none
   * @param sense level of its sense input; null where there is none
   * @param aliveEdges edges of its ALIVE input
   * @param frames correct frames with its process as their sender
   * @param noise chunks in its slot that were no frames
   */
  public record OfNode(Boolean alive, Boolean sense, long aliveEdges, long frames, long noise) {}

  static Tally of(JsonNode answer) {
    Map<Integer, OfNode> nodes = new TreeMap<>();
    answer
        .get("nodes")
        .properties()
        .forEach(
            node -> {
              JsonNode it = node.getValue();
              nodes.put(
                  Integer.parseInt(node.getKey()),
                  new OfNode(
                      level(it.path("alive")),
                      level(it.path("sense")),
                      it.get("aliveEdges").asLong(),
                      it.get("frames").asLong(),
                      it.get("noise").asLong()));
            });
    return new Tally(
        nodes,
        answer.get("noise").asLong(),
        answer.get("breaks").asLong(),
        answer.get("syncEdges").asLong());
  }

  private static Boolean level(JsonNode level) {
    return level.isMissingNode() ? null : level.asBoolean();
  }

  /** The nodes of which something holds, by their ids. */
  public Set<Integer> where(Predicate<OfNode> holds) {
    Set<Integer> ids = new TreeSet<>();
    nodes.forEach(
        (id, node) -> {
          if (holds.test(node)) {
            ids.add(id);
          }
        });
    return ids;
  }

  /** Chunks that were no frames. */
  public long allNoise() {
    return noise + nodes.values().stream().mapToLong(OfNode::noise).sum();
  }

  /** Correct frames. */
  public long allFrames() {
    return nodes.values().stream().mapToLong(OfNode::frames).sum();
  }
}
