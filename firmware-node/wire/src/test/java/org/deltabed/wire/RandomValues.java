package org.deltabed.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;

/** Values of every type that the vocabulary has, new ones included. */
final class RandomValues {
  private static final List<Vocabulary.Word> WORDS =
      Vocabulary.words().stream().filter(Vocabulary.Word::isValue).toList();

  private RandomValues() {}

  static Value value(Random random, int depth) {
    if (depth == 0) {
      return new Num(random.nextInt());
    }
    Vocabulary.Word word = WORDS.get(random.nextInt(WORDS.size()));
    Object[] components =
        word.fields().stream().map(field -> component(field.kind(), random, depth)).toArray();
    try {
      return (Value) word.make(components);
    } catch (IllegalArgumentException e) {
      return value(random, depth); // a record that refuses some components gets others
    }
  }

  private static Object component(Vocabulary.Kind kind, Random random, int depth) {
    return switch (kind) {
      case INT -> random.nextInt() >> random.nextInt(32);
      case LONG -> random.nextLong() >> random.nextInt(64);
      case BOOLEAN -> random.nextBoolean();
      case STRING -> "äx€😀 ".repeat(random.nextInt(3));
      case PROCESS_SET -> new ProcessSet(random.nextLong() >>> random.nextInt(64));
      case VALUE -> value(random, depth - 1);
      case VALUES -> values(random, depth);
    };
  }

  private static List<Value> values(Random random, int depth) {
    List<Value> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value(random, depth - 1));
    }
    return values;
  }
}
