package org.deltabed.lab.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is made for each testbed or node: its text with {@code @NAMES@} in it, so that it can
 * be read as what it will be.
 */
final class Template {

  private static final Pattern NAME = Pattern.compile("@([A-Z_]+)@");

  private final String name;
  private final String text;

  private Template(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** The resource of that name beside this class. */
  static Template named(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no template " + name);
      }
      return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with every name replaced. */
  String fill(Map<String, String> values) {
    return NAME.matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalStateException(name + " wants " + found.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** The text of a file that is the same for all. */
  String text() {
    return fill(Map.of());
  }
}
