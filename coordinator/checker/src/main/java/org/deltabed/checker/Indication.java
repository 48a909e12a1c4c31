package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Vocabulary;

/**
 * An indication of the top instance at a process.
 *
 * @param process 1..n
 * @param event its name, such as Deliver
 * @param value its components as text, such as {@code p2 12}
 * @param slot slots since the run's start, counted from 0
 * @param timeNs clock of that node
 * @param ref {@code file:line}
 */
public record Indication(
    int process, String event, String value, long slot, long timeNs, String ref) {

  static Indication of(RunHistory.Found found) {
    var at = found.occurrence();
    return new Indication(
        at.process(),
        Vocabulary.of(at.event()).name(),
        value(at.event()),
        at.slot(),
        at.timeNs(),
        at.ref());
  }

  private static String value(Event event) {
    Vocabulary.Word word = Vocabulary.of(event);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < word.fields().size(); i++) {
      Vocabulary.Field field = word.fields().get(i);
      Object part = word.get(event, i);
      boolean rank = field.name().equals("sender") || field.name().equals("process");
      parts.add(rank ? "p" + part : String.valueOf(part));
    }
    return String.join(" ", parts);
  }
}
