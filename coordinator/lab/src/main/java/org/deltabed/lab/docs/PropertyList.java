package org.deltabed.lab.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;

/** What a protocol owes, as a list: its own in full, by name what is owed below. */
final class PropertyList {
  private PropertyList() {}

  /**
   * The list.
   *
   * @param component the one that the page is about, which may stand below the top
   */
  static String of(Protocol protocol, String component) {
    Map<String, List<Property>> byInstance = new LinkedHashMap<>();
    for (Property property : protocol.properties()) {
      byInstance.computeIfAbsent(property.instance(), _ -> new ArrayList<>()).add(property);
    }
    Map<String, String> components = Tower.byPath(protocol.composition());
    List<String> own = new ArrayList<>();
    List<String> below = new ArrayList<>();
    byInstance.forEach(
        (instance, properties) -> {
          if (instance.equals(protocol.top())) {
            properties.forEach(property -> own.add(full(property, "")));
          } else if (component.equals(components.get(instance))) {
            properties.forEach(property -> own.add(full(property, " of `" + instance + "`")));
          } else {
            below.add(
                "- `"
                    + instance
                    + "`: "
                    + properties.stream().map(Property::name).collect(Collectors.joining(", ")));
          }
        });
    String used =
        below.isEmpty()
            ? ""
            : "\n\nWhat stands below owes, and is judged for, this:\n\n" + String.join("\n", below);
    return String.join("\n", own) + used;
  }

  private static String full(Property property, String whose) {
    List<String> notes = new ArrayList<>();
    notes.add(property.isLiveness() ? "liveness" : "safety");
    if (property.needsDelta()) {
      notes.add("needs δ");
    }
    return "- **"
        + property.name()
        + "**"
        + whose
        + ": "
        + Prose.escaped(property.sentence())
        + " ("
        + String.join(", ", notes)
        + ").";
  }
}
