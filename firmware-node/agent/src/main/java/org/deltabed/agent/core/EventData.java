package org.deltabed.agent.core;

import java.util.List;
import java.util.Locale;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;
import org.deltabed.trace.JsonText;

/** The data of an EVENT record. */
final class EventData {
  private EventData() {}

  static String of(String instance, Direction direction, Event event) {
    JsonText text = new JsonText(128);
    text.ascii("{\"instance\":").string(instance);
    text.ascii(",\"direction\":").string(direction.name().toLowerCase(Locale.ROOT));
    Vocabulary.Word word = Vocabulary.of(event);
    text.ascii(",\"event\":").string(word.name());
    fields(text, word, event);
    return text.ascii("}").toString();
  }

  private static void fields(JsonText text, Vocabulary.Word word, Object record) {
    for (int i = 0; i < word.fields().size(); i++) {
      text.ascii(",").string(word.fields().get(i).name()).ascii(":");
      value(text, word.get(record, i));
    }
  }

  private static void value(JsonText text, Object value) {
    switch (value) {
      case Number number -> text.number(number.longValue());
      case Boolean flag -> text.ascii(flag ? "true" : "false");
      case String string -> text.string(string);
      case ProcessSet set -> text.number(set.bits());
      case Value nested -> nested(text, nested);
      case List<?> list -> list(text, list);
      default -> throw new IllegalStateException("no value of an event: " + value.getClass());
    }
  }

  private static void nested(JsonText text, Value value) {
    Vocabulary.Word word = Vocabulary.of(value);
    text.ascii("{\"type\":").string(word.name());
    fields(text, word, value);
    text.ascii("}");
  }

  private static void list(JsonText text, List<?> list) {
    text.ascii("[");
    for (int i = 0; i < list.size(); i++) {
      text.ascii(i == 0 ? "" : ",");
      value(text, list.get(i));
    }
    text.ascii("]");
  }
}
