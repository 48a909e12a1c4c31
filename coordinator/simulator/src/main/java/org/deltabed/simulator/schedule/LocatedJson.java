package org.deltabed.simulator.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.trace.JsonText;
import org.deltabed.wiring.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON text as a tree that knows where it stands in its file. No key twice, no fractions, no
 * {@code null}.
 *
 * @param line counted from 1
 * @param value a map of located values, a list of them, a string, a long or a boolean
 */
record LocatedJson(int line, Object value) {
  private static final int DEPTH_MAX = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .build();

  /**
   * @throws BadInput naming the file as given, the line and the rule
   */
  static LocatedJson parse(String file, byte[] utf8) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), utf8)) {
      parser.nextToken();
      LocatedJson root = value(file, parser);
      if (parser.nextToken() != null) {
        throw bad(file, parser, "text after the end");
      }
      return root;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 0 : Math.max(0, at.getLineNr());
      throw new BadInput(
          file, line, "is not valid JSON: " + plain(e.getOriginalMessage()), "correct this line");
    }
  }

  private static LocatedJson value(String file, JsonParser parser) {
    int line = line(parser);
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw bad(file, parser, "no value");
    }
    return new LocatedJson(
        line,
        switch (token) {
          case START_OBJECT -> object(file, parser);
          case START_ARRAY -> list(file, parser);
          case VALUE_STRING -> parser.getString();
          case VALUE_NUMBER_INT -> number(file, parser);
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          default -> throw bad(file, parser, "has no place for " + parser.getString());
        });
  }

  private static long number(String file, JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> throw bad(file, parser, "a number does not fit 64 bits");
    };
  }

  private static Map<String, LocatedJson> object(String file, JsonParser parser) {
    Map<String, LocatedJson> members = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      members.put(name, value(file, parser));
    }
    return members;
  }

  private static List<LocatedJson> list(String file, JsonParser parser) {
    List<LocatedJson> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(file, parser));
    }
    return elements;
  }

  private static int line(JsonParser parser) {
    return Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  /** Without what the library says of its own settings. */
  private static String plain(String message) {
    int from = message.indexOf(" (start marker");
    return from < 0 ? message : message.substring(0, from);
  }

  private static BadInput bad(String file, JsonParser parser, String rule) {
    return new BadInput(file, line(parser), rule, "see docs/schedule-format.md");
  }

  /** The same as JSON text on one line. */
  @Override
  public String toString() {
    JsonText text = new JsonText(128);
    write(text);
    return text.toString();
  }

  private void write(JsonText text) {
    switch (value) {
      case Map<?, ?> members -> {
        String separator = "{";
        for (Map.Entry<?, ?> member : members.entrySet()) {
          text.ascii(separator).string((String) member.getKey()).ascii(":");
          ((LocatedJson) member.getValue()).write(text);
          separator = ",";
        }
        text.ascii(members.isEmpty() ? "{}" : "}");
      }
      case List<?> elements -> {
        String separator = "[";
        for (Object element : elements) {
          text.ascii(separator);
          ((LocatedJson) element).write(text);
          separator = ",";
        }
        text.ascii(elements.isEmpty() ? "[]" : "]");
      }
      case String string -> text.string(string);
      case Long number -> text.number(number);
      default -> text.ascii(value.toString());
    }
  }
}
