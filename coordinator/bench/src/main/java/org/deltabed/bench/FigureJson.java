package org.deltabed.bench;

import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Figures for a program: {@code {"schema":1,"figures":[{"bench","name","unit","median","least",
 * "greatest","samples","allocatedBytes","targetAtMost" or "targetAtLeast","met"}]}}; what a figure
 * does not have is left out.
 */
final class FigureJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FigureJson() {}

  static String of(List<Figure> figures) {
    ObjectNode root = JSON.createObjectNode().put("schema", 1);
    ArrayNode array = root.putArray("figures");
    for (Figure figure : figures) {
      add(array.addObject(), figure);
    }
    return root.toPrettyString();
  }

  private static void add(ObjectNode node, Figure figure) {
    Spread value = figure.value();
    node.put("bench", figure.bench()).put("name", figure.name()).put("unit", figure.unit());
    node.put("median", value.median()).put("least", value.least());
    node.put("greatest", value.greatest()).put("samples", value.samples());
    if (figure.allocatedBytes() != null) {
      node.put("allocatedBytes", figure.allocatedBytes());
    }
    if (figure.target() != null) {
      String name = figure.target().atMost() ? "targetAtMost" : "targetAtLeast";
      node.put(name, figure.target().bound());
    }
    if (figure.hasTarget()) {
      node.put("met", figure.met());
    }
  }
}
