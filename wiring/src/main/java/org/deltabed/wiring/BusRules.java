package org.deltabed.wiring;

import tools.jackson.databind.JsonNode;

/** How the ways of giving the receive jitter exclude one another (F41). */
final class BusRules {
  private static final String MIN = "receiveJitterUsMin";
  private static final String MAX = "receiveJitterUsMax";

  private BusRules() {}

  static void check(JsonNode root, YamlDocument document) {
    JsonNode bus = root.path("bus");
    boolean measured = bus.path("receiveJitterUs").isString();
    for (String key : new String[] {MIN, MAX}) {
      if (measured && !bus.has(key)) {
        throw document.bad(
            "/bus/receiveJitterUs",
            "receiveJitterUs is measured, but " + key + " is missing",
            "say between which bounds a run may choose: " + MIN + " and " + MAX);
      }
      if (!measured && bus.has(key)) {
        throw document.bad(
            "/bus/" + key,
            key + " is given, but receiveJitterUs is a number",
            "remove it, or write 'receiveJitterUs: measured'");
      }
    }
    if (measured && bus.path(MIN).asLong() > bus.path(MAX).asLong()) {
      throw document.bad(
          "/bus/" + MAX,
          MAX + " " + bus.path(MAX).asLong() + " is below " + MIN + " " + bus.path(MIN).asLong(),
          "exchange them");
    }
  }
}
