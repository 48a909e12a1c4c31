package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCodecTest {
  private final byte[] out = new byte[300];

  /** The bytes of src/test/resources/golden-messages.txt, read and written. */
  @TestFactory
  Stream<DynamicTest> golden_messages() throws IOException {
    return GoldenFile.read("golden-messages.txt").stream()
        .map(block -> DynamicTest.dynamicTest(block.get("message"), () -> check(block)));
  }

  private void check(Map<String, String> golden) {
    byte[] bytes = GoldenFile.bytes(golden.get("bytes"));
    Decoded decoded = MessageCodec.decode(bytes, 0, bytes.length);
    assertEquals(golden.get("decoded"), decoded.toString());
    if (decoded instanceof Decoded.Message(int instance, int index, Value value)) {
      int length = MessageCodec.encode(instance, index, value, out);
      assertArrayEquals(bytes, Arrays.copyOf(out, length));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "63, 1", "-64, 1", "64, 2", "8191, 2", "8192, 3"})
  void small_numbers_are_short(long number, int bytes) {
    assertEquals(2 + bytes, MessageCodec.encode(0, 0, new Num(number), out));
  }

  @Test
  void every_value_comes_back() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      Value value = RandomValues.value(random, 4);
      byte[] roomy = new byte[4096];
      int instance = random.nextInt(300);
      int index = random.nextInt(3) == 0 ? random.nextInt(1000) : 0;
      int length = MessageCodec.encode(instance, index, value, roomy);
      assertEquals(
          new Decoded.Message(instance, index, value), MessageCodec.decode(roomy, 0, length));
    }
  }

  @Test
  void every_value_of_the_vocabulary_was_among_them() {
    Random random = new Random(4);
    Set<Class<?>> made = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(RandomValues.value(random, 2).getClass());
    }
    Vocabulary.words().stream()
        .filter(Vocabulary.Word::isValue)
        .forEach(word -> assertTrue(made.contains(word.type()), word.name()));
  }

  @Test
  void a_message_that_does_not_fit_is_said() {
    Value text = new Text("x".repeat(100));
    for (int room = 0; room < 103; room++) {
      assertEquals(MessageCodec.TOO_LONG, MessageCodec.encode(0, 0, text, new byte[room]));
    }
    assertEquals(103, MessageCodec.encode(0, 0, text, new byte[103]));
  }

  @Test
  void what_may_not_travel_is_refused_by_the_sender() {
    Value deep = new Num(1);
    for (int i = 1; i < MessageCodec.DEPTH_MAX; i++) {
      deep = Sequence.of(deep);
    }
    assertTrue(MessageCodec.encode(0, 0, deep, out) > 0);
    Value deeper = Sequence.of(deep);
    assertThrows(IllegalArgumentException.class, () -> MessageCodec.encode(0, 0, deeper, out));
    assertThrows(IllegalArgumentException.class, () -> MessageCodec.encode(0, 0, null, out));
    record Stranger() implements Value {}
    assertThrows(
        IllegalArgumentException.class, () -> MessageCodec.encode(0, 0, new Stranger(), out));
    assertThrows(IllegalArgumentException.class, () -> MessageCodec.encode(-1, 0, new Num(1), out));
  }

  @Test
  void arbitrary_bytes_are_a_message_in_its_one_form_or_a_typed_fault() {
    Random random = new Random(9);
    Set<MessageFault> seen = EnumSet.noneOf(MessageFault.class);
    int messages = 0;
    for (int i = 0; i < 3_000_000; i++) {
      byte[] noise = new byte[random.nextInt(24)];
      for (int at = 0; at < noise.length; at++) {
        noise[at] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(8));
      }
      switch (MessageCodec.decode(noise, 0, noise.length)) {
        case Decoded.Malformed(MessageFault fault) -> seen.add(fault);
        case Decoded.Message(int instance, int index, Value value) -> {
          messages++;
          int length = MessageCodec.encode(instance, index, value, out);
          assertArrayEquals(noise, Arrays.copyOf(out, length));
        }
      }
    }
    assertTrue(messages > 10_000, "messages: " + messages);
    assertTrue(
        seen.containsAll(
            List.of(
                MessageFault.CUT,
                MessageFault.TRAILING,
                MessageFault.NUMBER,
                MessageFault.UNKNOWN_TYPE,
                MessageFault.TEXT)),
        seen::toString);
  }

  @Test
  void nesting_is_bounded_whatever_the_bytes() {
    byte[] nested = new byte[200_000];
    for (int i = 1; i + 1 < nested.length; i += 2) {
      nested[i] = 4; // Sequence
      nested[i + 1] = 1; // of one
    }
    assertEquals(
        new Decoded.Malformed(MessageFault.DEPTH), MessageCodec.decode(nested, 0, nested.length));
  }

  @Test
  void events_do_not_travel() {
    byte[] crash = {0, (byte) Vocabulary.of(new Crash(1)).number(), 2};
    assertEquals(
        new Decoded.Malformed(MessageFault.UNKNOWN_TYPE), MessageCodec.decode(crash, 0, 3));
  }
}
