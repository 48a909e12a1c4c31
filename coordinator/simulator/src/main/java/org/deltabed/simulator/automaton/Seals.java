package org.deltabed.simulator.automaton;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Seal;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;

/** The ideal signatures in what a process says. */
public final class Seals {
  private Seals() {}

  /** All of them, wherever they stand in the message; those within others too. */
  public static List<Seal> signatures(Value message) {
    List<Seal> found = new ArrayList<>();
    collect(message, found);
    return found;
  }

  private static void collect(Object part, List<Seal> found) {
    if (part instanceof Seal seal && seal.by() != 0 && seal.to() == 0) {
      found.add(seal);
    }
    switch (part) {
      case List<?> parts -> parts.forEach(each -> collect(each, found));
      case Value value -> fields(value, found);
      case Event event -> fields(event, found);
      default -> {}
    }
  }

  private static void fields(Object record, List<Seal> found) {
    Vocabulary.Word word = Vocabulary.of(record);
    for (int i = 0; i < word.fields().size(); i++) {
      collect(word.get(record, i), found);
    }
  }
}
