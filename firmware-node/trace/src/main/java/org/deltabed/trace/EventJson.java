package org.deltabed.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;

/**
 * The JSON text of protocol events and values, over the closed {@link Vocabulary}: an EVENT
 * record's data is
 *
 * <pre>
 * {"instance":"uc","direction":"indication","event":"Decide","value":{"type":"Num","number":5}}
 * </pre>
 *
 * with the event's components after its name; a value names its type and then its components; a
 * process set is the array of its ranks.
 */
public final class EventJson {
  private static final String TYPE = "type";

  /** What an EVENT record's data turned out to be. */
  public sealed interface Read permits Occurred, Refused {}

  /** An event that crossed the upper interface of {@code instance}. */
  public record Occurred(String instance, Direction direction, Event event) implements Read {}

  /** A text that is no event of this vocabulary, and why. */
  public record Refused(String reason) implements Read {}

  private EventJson() {}

  /** Appends an EVENT record's data to {@code out}. */
  public static void write(JsonText out, String instance, Direction direction, Event event) {
    out.ascii("{\"instance\":").string(instance);
    out.ascii(",\"direction\":\"").ascii(name(direction)).ascii("\"");
    Vocabulary.Word word = Vocabulary.of(event);
    out.ascii(",\"event\":\"").ascii(word.name()).ascii("\"");
    components(out, word, event);
    out.ascii("}");
  }

  /** Appends a value to {@code out}. */
  public static void write(JsonText out, Value value) {
    Vocabulary.Word word = Vocabulary.of(value);
    out.ascii("{\"type\":\"").ascii(word.name()).ascii("\"");
    components(out, word, value);
    out.ascii("}");
  }

  /** Reads an EVENT record's data; never throws for what it says. */
  public static Read read(String data) {
    try {
      Map<?, ?> members = as(Map.class, JsonTree.parse(data), "data");
      String direction = as(String.class, members.get("direction"), "direction");
      String name = as(String.class, members.get("event"), "event");
      String instance = as(String.class, members.get("instance"), "instance");
      return record(name, members) instanceof Event event
          ? new Occurred(instance, direction(direction), event)
          : new Refused(name + " is no event");
    } catch (JsonTree.Malformed malformed) {
      return new Refused(malformed.getMessage());
    }
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if the text is no value of the vocabulary
   */
  public static Value readValue(String text) {
    try {
      return value(JsonTree.parse(text));
    } catch (JsonTree.Malformed malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  private static void components(JsonText out, Vocabulary.Word word, Object record) {
    List<Vocabulary.Field> fields = word.fields();
    for (int i = 0; i < fields.size(); i++) {
      Vocabulary.Field field = fields.get(i);
      out.ascii(",\"").ascii(field.name()).ascii("\":");
      component(out, field.kind(), word.get(record, i));
    }
  }

  private static void component(JsonText out, Vocabulary.Kind kind, Object component) {
    switch (kind) {
      case INT, LONG -> out.number(((Number) component).longValue());
      case BOOLEAN -> out.ascii((boolean) component ? "true" : "false");
      case STRING -> out.string((String) component);
      case PROCESS_SET -> ranks(out, (ProcessSet) component);
      case VALUE -> write(out, (Value) component);
      case VALUES -> {
        String separator = "[";
        for (Object each : (List<?>) component) {
          out.ascii(separator);
          write(out, (Value) each);
          separator = ",";
        }
        out.ascii(separator.equals("[") ? "[]" : "]");
      }
    }
  }

  private static void ranks(JsonText out, ProcessSet set) {
    out.ascii("[");
    for (int rank = set.first(), count = 0; rank != 0; rank = set.next(rank), count++) {
      out.ascii(count == 0 ? "" : ",").number(rank);
    }
    out.ascii("]");
  }

  private static Record record(String name, Map<?, ?> members) throws JsonTree.Malformed {
    Vocabulary.Word word = Vocabulary.byName(name);
    if (word == null) {
      throw new JsonTree.Malformed("\"" + name + "\" is not in the vocabulary");
    }
    List<Vocabulary.Field> fields = word.fields();
    Object[] components = new Object[fields.size()];
    for (int i = 0; i < components.length; i++) {
      Vocabulary.Field field = fields.get(i);
      components[i] = component(field, members.get(field.name()));
    }
    try {
      return word.make(components);
    } catch (IllegalArgumentException refused) {
      throw new JsonTree.Malformed(refused.getMessage());
    }
  }

  private static Object component(Vocabulary.Field field, Object given) throws JsonTree.Malformed {
    String name = field.name();
    return switch (field.kind()) {
      case INT -> whole(as(Long.class, given, name), name);
      case LONG -> as(Long.class, given, name);
      case BOOLEAN -> as(Boolean.class, given, name);
      case STRING -> as(String.class, given, name);
      case PROCESS_SET -> set(as(List.class, given, name), name);
      case VALUE -> value(given);
      case VALUES -> {
        List<Value> values = new ArrayList<>();
        for (Object each : as(List.class, given, name)) {
          values.add(value(each));
        }
        yield values;
      }
    };
  }

  private static Value value(Object given) throws JsonTree.Malformed {
    Map<?, ?> members = as(Map.class, given, "a value");
    String name = as(String.class, members.get(TYPE), TYPE);
    if (record(name, members) instanceof Value value) {
      return value;
    }
    throw new JsonTree.Malformed(name + " is no value");
  }

  private static ProcessSet set(List<?> ranks, String name) throws JsonTree.Malformed {
    ProcessSet set = ProcessSet.EMPTY;
    for (Object each : ranks) {
      int rank = whole(as(Long.class, each, name), name);
      if (rank < 1 || rank > ProcessSet.MAX) {
        throw new JsonTree.Malformed("\"" + name + "\" holds the process " + rank);
      }
      set = set.with(rank);
    }
    return set;
  }

  private static int whole(long number, String name) throws JsonTree.Malformed {
    if (number != (int) number) {
      throw new JsonTree.Malformed("\"" + name + "\" is out of range: " + number);
    }
    return (int) number;
  }

  private static <T> T as(Class<T> type, Object given, String name) throws JsonTree.Malformed {
    if (!type.isInstance(given)) {
      String state = given == null ? " is missing" : " has the wrong type";
      throw new JsonTree.Malformed("\"" + name + "\"" + state);
    }
    return type.cast(given);
  }

  private static String name(Direction direction) {
    return direction == Direction.REQUEST ? "request" : "indication";
  }

  private static Direction direction(String name) throws JsonTree.Malformed {
    return switch (name) {
      case "request" -> Direction.REQUEST;
      case "indication" -> Direction.INDICATION;
      default -> throw new JsonTree.Malformed("\"direction\" is " + name);
    };
  }
}
