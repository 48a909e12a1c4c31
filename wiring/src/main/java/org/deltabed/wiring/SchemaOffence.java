package org.deltabed.wiring;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Puts a schema's complaint into words: which value, which rule, what to write instead. */
final class SchemaOffence {
  private static final int SHOWN_CHARS_MAX = 40;

  private final Error error;
  private final YamlDocument document;
  private final String pointer;
  private final JsonNode constraint;
  private final JsonNode parent;

  SchemaOffence(Error error, YamlDocument document, JsonNode schemaRoot) {
    this.error = error;
    this.document = document;
    String instance = error.getInstanceLocation().toString();
    this.pointer =
        isUnknownKey(error) ? instance + "/" + Pointers.escape(error.getProperty()) : instance;
    String at = error.getSchemaLocation().getFragment().toString();
    // Below a named anchor the place is no pointer, and no description is to be had.
    this.constraint = at.startsWith("/") ? schemaRoot.at(at) : MissingNode.getInstance();
    this.parent =
        at.startsWith("/")
            ? schemaRoot.at(at.substring(0, at.lastIndexOf('/')))
            : MissingNode.getInstance();
  }

  int line() {
    return document.line(pointer);
  }

  /** Decides between offences in one line. */
  String order() {
    return pointer + " " + error.getKeyword();
  }

  boolean isMissingKey() {
    return error.getKeyword().equals("required");
  }

  private static boolean isUnknownKey(Error error) {
    return error.getKeyword().equals("additionalProperties")
        || error.getKeyword().equals("unevaluatedProperties");
  }

  BadInput inWords() {
    if (isUnknownKey(error)) {
      return unknownKey();
    }
    return isMissingKey() ? missingKey() : wrongValue();
  }

  private BadInput unknownKey() {
    String key = error.getProperty();
    List<String> known = List.copyOf(parent.path("properties").propertyNames());
    String near = Spelling.nearest(key, known).map(k -> "did you mean '" + k + "'? ").orElse("");
    String map = error.getInstanceLocation().toString();
    return document.bad(
        pointer,
        "unknown key '" + shorten(key) + "' in " + Pointers.spoken(map),
        near + "known here: " + String.join(", ", known));
  }

  private BadInput missingKey() {
    String key = error.getProperty();
    String what = parent.path("properties").path(key).path("description").asString("");
    return document.bad(
        pointer,
        "key '" + key + "' is missing in " + Pointers.spoken(pointer),
        "add it" + (what.isEmpty() ? "" : ": " + what));
  }

  private BadInput wrongValue() {
    String what = parent.path("description").asString("");
    return document.bad(
        pointer,
        Pointers.spoken(pointer) + " is " + shown() + ", " + demand(),
        what.isEmpty() ? "change it" : "write " + what);
  }

  private String demand() {
    String bound = constraint.isString() ? constraint.asString() : constraint.toString();
    return switch (error.getKeyword()) {
      case "type" -> "must be of type " + bound;
      case "minimum" -> "must be at least " + bound;
      case "maximum" -> "must be at most " + bound;
      case "exclusiveMinimum" -> "must be more than " + bound;
      case "enum" -> "must be one of " + bound;
      case "const" -> "must be " + bound;
      case "pattern" -> "must match " + bound;
      case "minItems" -> "must have at least " + bound + " items";
      case "maxItems" -> "must have at most " + bound + " items";
      case "oneOf" -> forms();
      default -> error.getMessage();
    };
  }

  /** Where a map has several forms, each is known by the keys that it needs. */
  private String forms() {
    List<String> forms = new ArrayList<>();
    constraint.forEach(
        form -> {
          List<String> keys = new ArrayList<>();
          form.path("required").forEach(key -> keys.add(key.asString()));
          if (!keys.isEmpty()) {
            forms.add(String.join(" with ", keys));
          }
        });
    return forms.isEmpty() ? error.getMessage() : "needs one of: " + String.join("; ", forms);
  }

  private String shown() {
    JsonNode value = error.getInstanceNode();
    if (value == null || value.isNull()) {
      return "empty";
    }
    if (value.isArray()) {
      return "a list of " + value.size();
    }
    return value.isObject() ? "a map" : shorten(value.toString());
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
  }
}
