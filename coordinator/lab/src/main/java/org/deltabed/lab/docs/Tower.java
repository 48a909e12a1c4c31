package org.deltabed.lab.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;

/** What stands on what in a protocol: a composition by paths, and as a list in Markdown. */
final class Tower {
  private Tower() {}

  /** The simple name of the class that a part is made of. */
  static String component(Part part) {
    return part.maker().apply(new Component.Context(1, 3)).getClass().getSimpleName();
  }

  /** The components by path, such as {@code uc/beb}, from the top down. */
  static Map<String, String> byPath(Composition composition) {
    Map<String, String> components = new LinkedHashMap<>();
    put(components, "", composition.top());
    composition.shared().forEach(part -> put(components, "", part));
    return components;
  }

  private static void put(Map<String, String> components, String above, Part part) {
    String path = above + part.pathName();
    components.put(path, component(part));
    part.uses().forEach(below -> put(components, path + "/", below));
  }

  /** Each part with its path, by which another can be put in its place. */
  static String markdown(Composition composition, Headers headers) {
    StringBuilder list = new StringBuilder();
    line(list, "", "", composition.top(), headers);
    composition.shared().forEach(part -> line(list, "", "", part, headers));
    return list.toString().stripTrailing();
  }

  private static void line(
      StringBuilder list, String indent, String above, Part part, Headers headers) {
    String path = above + part.pathName();
    String component = component(part);
    String address = headers.address(component);
    list.append(indent).append("- `").append(path).append("`: ");
    list.append(address.isEmpty() ? component : "[" + component + "](" + address + ")");
    if (!part.sharedUses().isEmpty()) {
      list.append(", which also uses `").append(String.join("`, `", part.sharedUses())).append('`');
    }
    list.append('\n');
    part.uses().forEach(below -> line(list, indent + "  ", path + "/", below, headers));
  }
}
