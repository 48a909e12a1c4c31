package org.deltabed.wiring;

import java.util.ArrayList;
import java.util.List;

/** JSON pointers (RFC 6901) as they are written and as people read them. */
final class Pointers {
  private Pointers() {}

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  static List<String> split(String pointer) {
    List<String> keys = new ArrayList<>();
    for (String key : pointer.split("/", -1)) {
      keys.add(key.replace("~1", "/").replace("~0", "~"));
    }
    return keys.subList(1, keys.size());
  }

  /** {@code /nodes/2/slot} reads {@code nodes[2].slot}; the root reads {@code the file}. */
  static String spoken(String pointer) {
    if (pointer.isEmpty()) {
      return "the file";
    }
    StringBuilder out = new StringBuilder();
    for (String key : split(pointer)) {
      if (!key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9')) {
        out.append('[').append(key).append(']');
      } else {
        out.append(out.isEmpty() ? "" : ".").append(key);
      }
    }
    return out.toString();
  }
}
