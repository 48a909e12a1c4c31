package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the data of an EVENT record: {@code
 * {"instance":"uc","direction":"indication","event":"Decide","value":{"type":"Num","number":7}}}.
 * The fields of the event, and of the values in it, are the components of the vocabulary's records;
 * a set of processes is its bits.
 */
final class EventReading {
  /** An event at an instance's upper interface. */
  record Said(String instance, Direction direction, Event event) {}

  private EventReading() {}

  /**
   * Reads the event.
   *
   * @throws BadEvidence when the data is no event of the vocabulary
   */
  static Said read(Seen seen) {
    try {
      JsonNode data = StrictJson.MAPPER.readTree(seen.record().data());
      Direction direction = Direction.valueOf(text(data, "direction").toUpperCase(Locale.ROOT));
      if (record(data, "event") instanceof Event event) {
        return new Said(text(data, "instance"), direction, event);
      }
      throw new IllegalArgumentException(text(data, "event") + " is no event");
    } catch (JacksonException e) {
      throw bad(seen, e.getOriginalMessage());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw bad(seen, e.getMessage());
    }
  }

  private static BadEvidence bad(Seen seen, String why) {
    return new BadEvidence(seen.file().name(), seen.line(), "is no event that can be read: " + why);
  }

  /** The record that {@code named} gives the type of. */
  private static Record record(JsonNode json, String named) {
    Vocabulary.Word word = Vocabulary.byName(text(json, named));
    if (word == null) {
      throw new IllegalArgumentException("the vocabulary has no " + text(json, named));
    }
    List<Object> components = new ArrayList<>();
    for (Vocabulary.Field field : word.fields()) {
      components.add(component(json.get(field.name()), field));
    }
    return word.make(components.toArray());
  }

  private static Object component(JsonNode json, Vocabulary.Field field) {
    if (json == null) {
      throw new IllegalArgumentException("the field " + field.name() + " is missing");
    }
    return switch (field.kind()) {
      case INT -> Math.toIntExact(number(json, field));
      case LONG -> number(json, field);
      case BOOLEAN -> json.asBoolean();
      case STRING -> json.asString();
      case PROCESS_SET -> new ProcessSet(number(json, field));
      case VALUE -> value(json);
      case VALUES -> {
        List<Value> values = new ArrayList<>();
        json.forEach(each -> values.add(value(each)));
        yield values;
      }
    };
  }

  private static Value value(JsonNode json) {
    if (record(json, "type") instanceof Value value) {
      return value;
    }
    throw new IllegalArgumentException(text(json, "type") + " is no value");
  }

  private static long number(JsonNode json, Vocabulary.Field field) {
    if (!json.isIntegralNumber() || !json.canConvertToLong()) {
      throw new IllegalArgumentException("the field " + field.name() + " is no whole number");
    }
    return json.longValue();
  }

  private static String text(JsonNode json, String field) {
    JsonNode text = json == null ? null : json.get(field);
    if (text == null || !text.isString()) {
      throw new IllegalArgumentException("the field " + field + " is missing");
    }
    return text.stringValue();
  }
}
