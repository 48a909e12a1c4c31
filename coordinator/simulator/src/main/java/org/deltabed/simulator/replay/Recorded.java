package org.deltabed.simulator.replay;

import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * A record of a node that is an input or an output of the protocol, or the run's end.
 *
 * @param slot slots since the run's start
 * @param peer whose message or silence it is
 * @param number of the message
 * @param data in the form in which the simulator would write it
 * @param ref {@code file:line}
 */
record Recorded(long seq, Kind kind, long slot, int peer, long number, String data, String ref) {

  static boolean matters(Kind kind) {
    return switch (kind) {
      case EVENT, HAND, ARRIVE, SILENCE, RUN_END -> true;
      default -> false;
    };
  }

  static Recorded of(TraceRecord record, long startRound, int n, String ref) {
    long slot = (record.round() - startRound) * n + record.slot();
    boolean event = record.kind() == Kind.EVENT;
    String data = event ? canonical(record.data()) : record.data();
    boolean counts = record.kind() == Kind.HAND || record.kind() == Kind.ARRIVE;
    long number = counts ? record.a() : 0;
    return new Recorded(record.seq(), record.kind(), slot, record.peer(), number, data, ref);
  }

  /** The order of members in a text means nothing. */
  private static String canonical(String data) {
    if (EventJson.read(data) instanceof EventJson.Occurred(var instance, var direction, var said)) {
      JsonText text = new JsonText(128);
      EventJson.write(text, instance, direction, said);
      return text.toString();
    }
    return data;
  }

  boolean isInput() {
    return kind == Kind.ARRIVE || kind == Kind.SILENCE;
  }

  boolean isOutput() {
    return kind == Kind.EVENT || kind == Kind.HAND;
  }

  String text() {
    return switch (kind) {
      case EVENT -> "EVENT " + data;
      case HAND -> "HAND " + number + " " + data;
      case ARRIVE -> "ARRIVE of message " + number + " of p" + peer;
      case SILENCE -> "SILENCE of p" + peer;
      default -> kind.name();
    };
  }
}
