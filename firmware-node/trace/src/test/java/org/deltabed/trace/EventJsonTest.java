package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vector;
import org.deltabed.protocol.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
  private static final List<Value> VALUES =
      List.of(
          new Num(Long.MIN_VALUE),
          new Text("a\"b\n\u20ac"),
          new Nil(),
          Sequence.of(),
          Sequence.of(new Num(1), Sequence.of(new Text(""), new Nil())));

  private static String text(Value value) {
    JsonText out = new JsonText(8);
    EventJson.write(out, value);
    return out.toString();
  }

  private static String text(Event event) {
    JsonText out = new JsonText(8);
    EventJson.write(out, "tob/uc[3]/beb", Direction.INDICATION, event);
    return out.toString();
  }

  @Test
  void anEventIsWrittenAsTheFormatSays() {
    assertEquals(
        "{\"instance\":\"tob/uc[3]/beb\",\"direction\":\"indication\",\"event\":\"Decide\","
            + "\"value\":{\"type\":\"Num\",\"number\":5}}",
        text(new Decide(new Num(5))));
  }

  @Test
  void everyWordOfTheVocabularyComesBack() {
    for (Vocabulary.Word word : Vocabulary.words()) {
      Object record =
          word.type() == Vector.class
              ? word.make(List.of(new Num(3), new Num(0)))
              : word.make(word.fields().stream().map(EventJsonTest::sample).toArray());
      if (record instanceof Event event) {
        var read = assertInstanceOf(EventJson.Occurred.class, EventJson.read(text(event)));
        assertEquals(new EventJson.Occurred("tob/uc[3]/beb", Direction.INDICATION, event), read);
      } else {
        assertEquals(record, EventJson.readValue(text((Value) record)));
      }
    }
  }

  private static Object sample(Vocabulary.Field field) {
    return switch (field.kind()) {
      case INT -> 3;
      case LONG -> -7L;
      case BOOLEAN -> true;
      case STRING -> "x";
      case PROCESS_SET -> ProcessSet.of(1, 5, 64);
      case VALUE -> VALUES.get(4);
      case VALUES -> VALUES;
    };
  }

  @Test
  void valuesComeBack() {
    for (Value value : VALUES) {
      assertEquals(value, EventJson.readValue(text(value)));
      Event event = new Deliver(2, value);
      assertEquals(event, ((EventJson.Occurred) EventJson.read(text(event))).event());
    }
  }

  @Test
  void noComponentHasANameThatTheFormatUses() {
    for (Vocabulary.Word word : Vocabulary.words()) {
      for (Vocabulary.Field field : word.fields()) {
        assertFalse(Set.of("instance", "direction", "event", "type").contains(field.name()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"instance":"i","direction":"request","event":"Nope"}            | "Nope" is not in the vocabulary
          {"instance":"i","direction":"up","event":"Crash","process":1}    | "direction" is up
          {"instance":"i","direction":"request","event":"Crash"}           | "process" is missing
          {"instance":"i","direction":"request","event":"Num","number":1}  | Num is no event
          {"direction":"request","event":"Crash","process":1}              | "instance" is missing
          {"instance":"i","direction":"request","event":"Crash","process":4294967297} | "process" is out of range: 4294967297
          [1]                                                              | "data" has the wrong type
          """)
  void whatIsNoEventIsRefusedWithTheReason(String data, String reason) {
    assertEquals(new EventJson.Refused(reason), EventJson.read(data));
  }

  @Test
  void brokenTextsAreRefusedToo() {
    for (String data :
        List.of("", "{", "{\"a\":1.5}", "{} {}", "{\"a\":1,\"a\":1}", "{\"a\":null}")) {
      assertInstanceOf(EventJson.Refused.class, EventJson.read(data), data);
      assertThrows(IllegalArgumentException.class, () -> EventJson.readValue(data));
    }
  }
}
