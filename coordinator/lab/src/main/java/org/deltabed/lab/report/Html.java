package org.deltabed.lab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes HTML (and the SVG in it) so that text can never become markup: whatever comes from a trace
 * goes through {@link #text} or an attribute, and both escape (F44).
 */
final class Html implements AutoCloseable {
  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();
  private long chars;

  /** Writes to {@code out}, which {@link #close()} closes. */
  Html(Writer out) {
    this.out = out;
  }

  /** Opens an element; attributes are pairs of name and value, a null value leaves the pair out. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    put(">");
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Html end() {
    put("</");
    put(open.pop());
    put(">");
    return this;
  }

  /** An element that holds text only. */
  Html leaf(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).end();
  }

  /** An element without content: a void element of HTML or any element of SVG. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    put("/>");
    return this;
  }

  /** Text as it is to be read. */
  Html text(String text) {
    put(escaped(text));
    return this;
  }

  /** A line's end in the file, for those who read its source. */
  Html line() {
    put("\n");
    return this;
  }

  /** The program's own style sheet, script or symbol; never anything that was read from a run. */
  Html trusted(String resource) {
    put(resource);
    return this;
  }

  /** Characters written so far. */
  long chars() {
    return chars;
  }

  @Override
  public void close() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements are still open: " + open);
    }
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of " + tag + " has no value");
    }
    put("<");
    put(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        put(" ");
        put(attributes[i]);
        put("=\"");
        put(escaped(attributes[i + 1]));
        put("\"");
      }
    }
  }

  private void put(String markup) {
    try {
      out.write(markup);
      chars += markup.length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Text for content and quoted attributes. Controls, lone surrogates and characters that turn the
   * direction of writing are spelled out, so that what is read is what was recorded.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    int point;
    for (int i = 0; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      switch (point) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n' -> safe.append('\n');
        default -> {
          if (isDeceptive(point)) {
            safe.append(String.format(Locale.ROOT, "\\u%04x", point));
          } else {
            safe.appendCodePoint(point);
          }
        }
      }
    }
    return safe.toString();
  }

  private static boolean isDeceptive(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
