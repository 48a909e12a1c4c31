package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deltabed.protocol.Seal;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Frame;
import org.deltabed.simulator.automaton.LongMap;
import org.deltabed.simulator.automaton.Seals;
import org.deltabed.simulator.automaton.TooLarge;

/**
 * What a process is in between two actions of an asynchronous run, as a number: its local state,
 * the messages on their way to it, and of whose crashes it was told. Safe for several threads.
 */
final class Situations {
  private static final int INBOX_BITS = 20;
  private static final int TOLD_BITS = 15;

  /** Above who is silent to a process: how often one that lived was suspected. */
  private static final int FALSELY_SHIFT = 12;

  /** How many false suspicions one exploration can count. */
  static final int ERRORS_MAX = (1 << (TOLD_BITS - FALSELY_SHIFT)) - 1;

  private final Automaton automaton;
  private final LongMap numbers = new LongMap();
  private final List<Long> situations = new ArrayList<>();
  private final Map<List<Integer>, Integer> inboxNumbers = new HashMap<>();
  private final List<List<Integer>> inboxes = new ArrayList<>();
  private final Map<Integer, List<Seal>> signatures = new ConcurrentHashMap<>();

  Situations(Automaton automaton) {
    this.automaton = automaton;
    inbox(List.of());
  }

  /** The number of the inbox that is empty. */
  static final int EMPTY = 0;

  static long situation(int local, int inbox, int told) {
    return ((((long) local) << INBOX_BITS) | inbox) << TOLD_BITS | told;
  }

  static int local(long situation) {
    return (int) (situation >>> (INBOX_BITS + TOLD_BITS));
  }

  static int inbox(long situation) {
    return (int) (situation >>> TOLD_BITS) & ((1 << INBOX_BITS) - 1);
  }

  static int told(long situation) {
    return (int) situation & ((1 << TOLD_BITS) - 1);
  }

  /** How often any suspected one that lived, where that is counted in this situation. */
  static int errors(long situation) {
    return (int) (situation >>> FALSELY_SHIFT) & ERRORS_MAX;
  }

  /** The same where it was so many times more. */
  static long erringMore(long situation, int times) {
    if (errors(situation) + times > ERRORS_MAX) {
      throw new TooLarge("more than " + ERRORS_MAX + " false suspicions cannot be counted");
    }
    return situation + ((long) times << FALSELY_SHIFT);
  }

  synchronized int number(long situation) {
    long known = numbers.get(situation);
    if (known >= 0) {
      return (int) known;
    }
    int number = situations.size();
    numbers.put(situation, number);
    situations.add(situation);
    return number;
  }

  synchronized long get(int number) {
    return situations.get(number);
  }

  synchronized int size() {
    return situations.size();
  }

  /** The messages of an inbox, as frames of one message each, sorted by number. */
  synchronized List<Integer> messages(int inbox) {
    return inboxes.get(inbox);
  }

  private synchronized int inbox(List<Integer> messages) {
    Integer known = inboxNumbers.get(messages);
    if (known != null) {
      return known;
    }
    int number = inboxes.size();
    if (number >= 1 << INBOX_BITS) {
      throw new TooLarge("more than " + number + " different inboxes");
    }
    List<Integer> kept = List.copyOf(messages);
    inboxNumbers.put(kept, number);
    inboxes.add(kept);
    return number;
  }

  synchronized int without(int inbox, int message) {
    List<Integer> rest = new ArrayList<>(inboxes.get(inbox));
    rest.remove(Integer.valueOf(message));
    return inbox(rest);
  }

  /** With every message of the frame. */
  synchronized int with(int inbox, int frame) {
    List<Integer> more = new ArrayList<>(inboxes.get(inbox));
    Frame sent = automaton.frame(frame);
    sent.messages().forEach(m -> more.add(automaton.number(new Frame(sent.sender(), List.of(m)))));
    Collections.sort(more);
    return inbox(more);
  }

  /** The ideal signatures in that message. */
  List<Seal> signatures(int message) {
    return signatures.computeIfAbsent(
        message, m -> Seals.signatures(automaton.frame(m).messages().getFirst().value()));
  }

  /** Who sent that message. */
  int sender(int message) {
    return automaton.frame(message).sender();
  }
}
