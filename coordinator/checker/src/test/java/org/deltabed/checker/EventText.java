package org.deltabed.checker;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;

/** The data of EVENT records as agents write it. */
final class EventText {
  private EventText() {}

  static String of(String instance, Direction direction, Event event) {
    return "{\"instance\":\""
        + instance
        + "\",\"direction\":\""
        + direction.name().toLowerCase(Locale.ROOT)
        + "\",\"event\":\""
        + Vocabulary.of(event).name()
        + "\""
        + fields(event)
        + "}";
  }

  private static String fields(Object record) {
    Vocabulary.Word word = Vocabulary.of(record);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.fields().size(); i++) {
      text.append(",\"").append(word.fields().get(i).name()).append("\":");
      text.append(value(word.get(record, i)));
    }
    return text.toString();
  }

  private static String value(Object value) {
    return switch (value) {
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case String string -> "\"" + string + "\"";
      case ProcessSet set -> Long.toString(set.bits());
      case Value nested ->
          "{\"type\":\"" + Vocabulary.of(nested).name() + "\"" + fields(nested) + "}";
      case List<?> list ->
          list.stream().map(EventText::value).collect(Collectors.joining(",", "[", "]"));
      default -> throw new IllegalStateException("no value: " + value);
    };
  }
}
