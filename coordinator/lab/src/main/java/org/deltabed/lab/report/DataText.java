package org.deltabed.lab.report;

import org.deltabed.trace.TraceRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data of a record, which is the text of a JSON object, as words. */
final class DataText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int CHARS_MAX = 160;

  private DataText() {}

  /** A field as text; empty when the record has no such field. */
  static String field(TraceRecord record, String name) {
    JsonNode value = tree(record).path(name);
    return Words.cut(value.isString() ? value.stringValue() : plain(value), CHARS_MAX);
  }

  /** All fields: {@code fault delay, delayUs 60000}. */
  static String all(TraceRecord record) {
    StringBuilder text = new StringBuilder();
    tree(record)
        .properties()
        .forEach(
            field ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(field.getKey())
                    .append(' ')
                    .append(
                        field.getValue().isString()
                            ? field.getValue().stringValue()
                            : plain(field.getValue())));
    return Words.cut(text.toString(), CHARS_MAX);
  }

  private static JsonNode tree(TraceRecord record) {
    if (record.data().isEmpty()) {
      return MAPPER.createObjectNode();
    }
    try {
      return MAPPER.readTree(record.data());
    } catch (JacksonException e) {
      return MAPPER.createObjectNode().put("data", record.data());
    }
  }

  private static String plain(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "" : value.toString();
  }
}
