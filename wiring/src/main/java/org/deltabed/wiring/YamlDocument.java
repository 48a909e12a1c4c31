package org.deltabed.wiring;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A strictly read YAML document, and where in its file each value stands. */
public final class YamlDocument {
  private final String file;
  private final JsonNode root;
  private final Map<String, Integer> lines;

  YamlDocument(String file, JsonNode root, Map<String, Integer> lines) {
    this.file = file;
    this.root = root;
    this.lines = Map.copyOf(lines);
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** The document's content. */
  public JsonNode root() {
    return root;
  }

  /**
   * The line of a value's key, or of the item where it is in a list.
   *
   * @param pointer JSON pointer such as {@code /nodes/0/slot}; where there is no such value, its
   *     nearest parent's line is given
   */
  public int line(String pointer) {
    String at = pointer;
    while (!at.isEmpty()) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault("", 1);
  }

  /** The error that the value at {@code pointer} breaks a rule. */
  public BadInput bad(String pointer, String rule, String remedy) {
    return new BadInput(file, line(pointer), rule, remedy);
  }
}
