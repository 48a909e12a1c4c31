package org.deltabed.wiring;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an unquoted YAML scalar means: the JSON schema of YAML 1.2, and {@code ~} and nothing for
 * null. Octal, hexadecimal, {@code 1_000}, {@code yes} and {@code on} are text, which the schemas
 * then refuse where a number or a boolean belongs: nobody has to know which of them mean what.
 */
final class PlainScalar {
  /** Digits that always fit a long. */
  static final int DIGITS_MAX = 18;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*+)");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?");

  private PlainScalar() {}

  /** Empty for a number of more than {@link #DIGITS_MAX} characters beside its sign. */
  static Optional<JsonNode> resolve(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    switch (text) {
      case "", "~", "null" -> {
        return Optional.of(nodes.nullNode());
      }
      case "true", "false" -> {
        return Optional.of(nodes.booleanNode(text.equals("true")));
      }
      default -> {}
    }
    boolean integer = INTEGER.matcher(text).matches();
    if (!integer && !DECIMAL.matcher(text).matches()) {
      return Optional.of(nodes.stringNode(text));
    }
    if (text.length() > DIGITS_MAX + (text.startsWith("-") ? 1 : 0)) {
      return Optional.empty();
    }
    return Optional.of(
        integer
            ? nodes.numberNode(Long.parseLong(text))
            : nodes.numberNode(Double.parseDouble(text)));
  }
}
