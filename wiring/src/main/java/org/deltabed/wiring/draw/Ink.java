package org.deltabed.wiring.draw;

import java.util.Map;

/** Colours of wires on paper, and which one a use has where the description says none. */
final class Ink {
  private static final Map<String, String> INKS =
      Map.ofEntries(
          Map.entry("black", "#111111"),
          Map.entry("brown", "#8a4b14"),
          Map.entry("red", "#d81e1e"),
          Map.entry("orange", "#f28c1b"),
          Map.entry("yellow", "#f5d90a"),
          Map.entry("green", "#2e9e3e"),
          Map.entry("blue", "#2364d2"),
          Map.entry("violet", "#8e44ad"),
          Map.entry("purple", "#8e44ad"),
          Map.entry("grey", "#9a9a9a"),
          Map.entry("gray", "#9a9a9a"),
          Map.entry("white", "#ffffff"),
          Map.entry("pink", "#f39ac0"),
          Map.entry("turquoise", "#30c5c0"),
          Map.entry("usb", "#c9d3e0"),
          Map.entry("virtual", "#c9d3e0"),
          Map.entry("plugged on", "#c9d3e0"),
          Map.entry("plugged in", "#c9d3e0"),
          Map.entry("supply cable", "#c9d3e0"));

  private static final Map<String, String> USUAL =
      Map.of(
          "crash", "orange",
          "alive", "yellow",
          "sync", "green",
          "sense", "violet",
          "relay", "blue",
          "direction", "grey");

  private Ink() {}

  /** As SVG takes it; a colour that is not known is drawn grey, its name is written beside it. */
  static String of(String colour) {
    return INKS.getOrDefault(colour, "#9a9a9a");
  }

  static String usual(String use) {
    return USUAL.getOrDefault(use, "grey");
  }
}
