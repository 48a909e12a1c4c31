package org.deltabed.simulator.story;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Leader;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.simulator.run.Happening.Did;

/**
 * What somebody does.
 *
 * @param one the verb where one does it
 * @param many the verb where several do
 * @param rest what follows the verb, with a space before it
 */
record Phrase(String one, String many, String rest) {

  /** What the process does to which this happens; an instance other than the top one is named. */
  static Phrase of(Did did, String top) {
    String where =
        did.instance().equals(top)
                || did.event() instanceof Crash
                || did.event() instanceof Suspect
                || did.event() instanceof Restore
            ? ""
            : " (" + did.instance() + ")";
    return switch (did.event()) {
      case Propose(var value) -> new Phrase("proposes", "propose", " " + value + where);
      case Decide(var value) -> new Phrase("decides", "decide", " " + value + where);
      case Broadcast(var message) -> new Phrase("broadcasts", "broadcast", " " + message + where);
      case Send(int to, var message) ->
          new Phrase("sends", "send", " " + message + " to p" + to + where);
      case Deliver(int sender, var message) ->
          new Phrase("delivers", "deliver", " " + message + " of p" + sender + where);
      case NewView(var view) -> new Phrase("installs", "install", " " + view + where);
      case Crash(int process) ->
          new Phrase("detects", "detect", " the crash of p" + process + where);
      case Suspect(int process) -> new Phrase("suspects", "suspect", " p" + process + where);
      case Restore(int process) ->
          new Phrase("takes back", "take back", " that p" + process + " is dead" + where);
      case Leader(int process) -> new Phrase("elects", "elect", " p" + process + where);
      case Read() -> new Phrase("begins", "begin", " to read" + where);
      case Write(var value) -> new Phrase("begins", "begin", " to write " + value + where);
      case ReadReturn(var value) -> new Phrase("has read", "have read", " " + value + where);
      case WriteReturn() -> new Phrase("has written", "have written", where);
      default ->
          did.direction() == Direction.REQUEST
              ? new Phrase("is asked", "are asked", " for " + did.event() + where)
              : new Phrase("indicates", "indicate", " " + did.event() + where);
    };
  }

  /** {@code p2 decides 20}, or {@code p1 and p3 decide 20}. */
  String by(ProcessSet who) {
    return names(who) + " " + (who.size() == 1 ? one : many) + rest;
  }

  @Override
  public String toString() {
    return one + rest;
  }

  /** {@code p1, p2 and p3}, or {@code nobody}. */
  static String names(ProcessSet who) {
    StringBuilder names = new StringBuilder();
    for (int p = who.first(); p != 0; p = who.next(p)) {
      boolean isLast = who.next(p) == 0;
      names.append(names.isEmpty() ? "" : isLast ? " and " : ", ").append('p').append(p);
    }
    return names.isEmpty() ? "nobody" : names.toString();
  }
}
