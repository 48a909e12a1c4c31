package org.deltabed.lab.report;

import java.util.Map;
import org.deltabed.checker.Fault;

/** A planned fault in words. */
final class FaultText {
  private static final Map<String, String> NAMES =
      Map.of(
          "powerCut", "power cut",
          "crashPoint", "crash point",
          "crashPin", "CRASH pin",
          "pause", "pause",
          "bus", "bus fault",
          "byzantine", "Byzantine");

  private FaultText() {}

  static String of(Fault fault) {
    StringBuilder text = new StringBuilder(name(fault) + " of node " + fault.node());
    if (fault.round() > 0) {
      text.append(", round ").append(fault.round());
    }
    if (fault.slot() >= 0) {
      text.append(", slot ").append(fault.slot());
    }
    fault
        .parameters()
        .forEach((name, value) -> text.append(", ").append(name).append(' ').append(value));
    return Words.cut(text.toString(), 200);
  }

  static String name(Fault fault) {
    return NAMES.getOrDefault(fault.kind(), fault.kind());
  }
}
