package org.deltabed.lab.docs;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Javadoc of the kind that component headers are written in, as Markdown. What it does not know it
 * refuses, so that no tag ends up on a page.
 */
final class JavadocMarkdown {
  private static final Map<String, String> TAGS =
      Map.of(
          "<p>", "\n\n",
          "</ol>", "\n\n",
          "<em>", "*",
          "</em>", "*",
          "<sub>", "<sub>",
          "<sup>", "<sup>",
          "</sup>", "</sup>",
          "</sub>", "</sub>");
  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "\\<", "&gt;", "\\>", "&amp;", "\\&");
  private static final String SPECIAL = "\\`*_[]|";

  private final String javadoc;
  private final UnaryOperator<String> link;
  private final StringBuilder markdown = new StringBuilder();
  private int at;
  private int item;

  private JavadocMarkdown(String javadoc, UnaryOperator<String> link) {
    this.javadoc = javadoc.replaceAll("\\s+", " ").strip();
    this.link = link;
  }

  /**
   * Translates it. Paragraphs are separated by an empty line; items of a list are numbered, as
   * others refer to them by number.
   *
   * @param link the address of the page about a class, by its simple name, or empty
   */
  static String of(String javadoc, UnaryOperator<String> link) {
    return new JavadocMarkdown(javadoc, link).translate();
  }

  private String translate() {
    while (at < javadoc.length()) {
      switch (javadoc.charAt(at)) {
        case '{' -> brace();
        case '<' -> tag();
        case '&' -> markdown.append(known(ENTITIES, ';'));
        default -> plain();
      }
    }
    return markdown.toString().replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  private void tag() {
    if (javadoc.startsWith("<ol>", at)) {
      item = 0;
      at += "<ol>".length();
      markdown.append("\n\n");
    } else if (javadoc.startsWith("<li>", at)) {
      item++;
      at += "<li>".length();
      markdown.append('\n').append(item).append(". ");
    } else {
      markdown.append(known(TAGS, '>'));
    }
  }

  private String known(Map<String, String> words, char end) {
    int close = javadoc.indexOf(end, at);
    String word = close < 0 ? "" : javadoc.substring(at, close + 1);
    if (!words.containsKey(word)) {
      throw unknown();
    }
    at = close + 1;
    return words.get(word);
  }

  private void plain() {
    char c = javadoc.charAt(at++);
    if (SPECIAL.indexOf(c) >= 0) {
      markdown.append('\\');
    }
    markdown.append(c);
  }

  /** A brace that opens no tag of Javadoc is text. */
  private void brace() {
    if (!javadoc.startsWith("{@", at)) {
      plain();
      return;
    }
    int close = closing();
    int space = javadoc.indexOf(' ', at);
    String body = javadoc.substring(space + 1, close);
    switch (javadoc.substring(at, space)) {
      case "{@code" -> markdown.append(code(body));
      case "{@link" -> markdown.append(linked(body));
      default -> throw unknown();
    }
    at = close + 1;
  }

  private int closing() {
    int depth = 0;
    for (int i = at; i < javadoc.length(); i++) {
      depth += javadoc.charAt(i) == '{' ? 1 : javadoc.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw unknown();
  }

  private static String code(String text) {
    return "`" + text.strip() + "`";
  }

  private String linked(String target) {
    String name = target.substring(target.lastIndexOf('.') + 1).replace("#", "");
    String address = link.apply(name);
    return address.isEmpty() ? code(name) : "[" + code(name) + "](" + address + ")";
  }

  private IllegalArgumentException unknown() {
    String where = javadoc.substring(at, Math.min(javadoc.length(), at + 30));
    return new IllegalArgumentException("no Markdown for this Javadoc: " + where);
  }
}
