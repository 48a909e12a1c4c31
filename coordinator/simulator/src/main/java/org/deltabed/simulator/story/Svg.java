package org.deltabed.simulator.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes SVG so that text can never become markup: texts and attributes are escaped. */
final class Svg {
  private final StringBuilder out = new StringBuilder(1 << 14);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are pairs of name and value. */
  Svg open(String tag, String... attributes) {
    start(tag, attributes);
    out.append(">");
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Svg end() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element without content. */
  Svg empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element that holds text only. */
  Svg leaf(String tag, String text, String... attributes) {
    open(tag, attributes);
    escape(text);
    return end();
  }

  Svg text(String look, double x, double y, String text) {
    return leaf("text", text, "class", look, "x", at(x), "y", at(y));
  }

  Svg path(String look, String path) {
    return empty("path", "class", look, "d", path);
  }

  Svg line(String look, double x1, double y1, double x2, double y2) {
    return path(look, "M" + at(x1) + " " + at(y1) + "L" + at(x2) + " " + at(y2));
  }

  Svg box(String look, double x, double y, double width, double height, double round) {
    return empty(
        "rect",
        "class",
        look,
        "x",
        at(x),
        "y",
        at(y),
        "width",
        at(width),
        "height",
        at(height),
        "rx",
        at(round));
  }

  /** A group that says this when it is pointed at. */
  Svg group(String title) {
    return open("g").leaf("title", title);
  }

  /** The program's own style sheet; never anything that was read. */
  Svg trusted(String text) {
    out.append(text);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements are still open: " + open);
    }
    return out.toString();
  }

  /** A coordinate: a tenth of a pixel is enough. */
  static String at(double coordinate) {
    long tenths = Math.round(coordinate * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  /** The text, cut to at most so many characters. */
  static String cut(String text, int chars) {
    return text.codePointCount(0, text.length()) <= chars
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.max(0, chars - 1))) + "…";
  }

  private void start(String tag, String... attributes) {
    out.append("<").append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(" ").append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append("\"");
    }
  }

  /** Controls, lone surrogates and what turns the direction of writing are spelled out. */
  private void escape(String text) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  if (isDeceptive(point)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", point));
                  } else {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
  }

  private static boolean isDeceptive(int point) {
    if (point == '\n') {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
