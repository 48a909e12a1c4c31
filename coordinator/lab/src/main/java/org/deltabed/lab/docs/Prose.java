package org.deltabed.lab.docs;

import java.util.Locale;

/** Plain words as they stand in Markdown. */
final class Prose {
  private Prose() {}

  /** With a backslash before what Markdown would take for its own. */
  static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
  }

  static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
