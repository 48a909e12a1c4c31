package org.deltabed.simulator.explore;

import java.util.Arrays;
import org.deltabed.simulator.automaton.TooLarge;

/**
 * The distinct global states of one layer, and for each what is known of the ways that lead to it.
 * A state is one to three words; which bits mean what is the adversary's affair. Open addressing,
 * linear probing; states keep the place at which they were added.
 *
 * <p>Per state: in how many ways it is reached (128 bits, exact), the latest slot in which somebody
 * decided on one of them, and the most messages that were sent on one of them.
 */
final class StateSet {
  private static final int FIRST_PLACES = 1 << 8;

  private final int words;
  private long[] keys;
  private long[] waysLow;
  private long[] waysHigh;
  private int[] decisionSlots;
  private int[] messages;
  private int[] table;
  private int size;
  private int lastPlace;
  private int lastDecisionSlot;

  StateSet(int words) {
    this.words = words;
    keys = new long[FIRST_PLACES * words];
    waysLow = new long[FIRST_PLACES];
    waysHigh = new long[FIRST_PLACES];
    decisionSlots = new int[FIRST_PLACES];
    messages = new int[FIRST_PLACES];
    table = new int[2 * FIRST_PLACES];
  }

  int size() {
    return size;
  }

  int words() {
    return words;
  }

  /** The place of the state that was added last, new or old. */
  int lastPlace() {
    return lastPlace;
  }

  /** The decision slot with which it was added. */
  int lastDecisionSlot() {
    return lastDecisionSlot;
  }

  long word(int place, int word) {
    return keys[place * words + word];
  }

  long waysLow(int place) {
    return waysLow[place];
  }

  long waysHigh(int place) {
    return waysHigh[place];
  }

  int decisionSlot(int place) {
    return decisionSlots[place];
  }

  int messages(int place) {
    return messages[place];
  }

  /** Adds a state of one word, or what is known of a state that is there. */
  void add(long key, long low, long high, int decisionSlot, int sent) {
    if (size == waysLow.length) {
      grow();
    }
    int mask = table.length - 1;
    int at = mix(key) & mask;
    int place;
    while ((place = table[at] - 1) >= 0 && keys[place] != key) {
      at = (at + 1) & mask;
    }
    if (place < 0) {
      place = newPlace(at);
      keys[place] = key;
    }
    merge(place, low, high, decisionSlot, sent);
  }

  /** The same for a state of up to three words. */
  void add(long a, long b, long c, long low, long high, int decisionSlot, int sent) {
    if (words == 1) {
      add(a, low, high, decisionSlot, sent);
      return;
    }
    if (size == waysLow.length) {
      grow();
    }
    int mask = table.length - 1;
    int at = mix(a, b, c) & mask;
    int place;
    while ((place = table[at] - 1) >= 0 && !isAt(place, a, b, c)) {
      at = (at + 1) & mask;
    }
    if (place < 0) {
      place = newPlace(at);
      keys[place * words] = a;
      keys[place * words + 1] = b;
      if (words == 3) {
        keys[place * words + 2] = c;
      }
    }
    merge(place, low, high, decisionSlot, sent);
  }

  private boolean isAt(int place, long a, long b, long c) {
    int from = place * words;
    return keys[from] == a && keys[from + 1] == b && (words == 2 || keys[from + 2] == c);
  }

  private int newPlace(int at) {
    table[at] = size + 1;
    return size++;
  }

  private void merge(int place, long low, long high, int decisionSlot, int sent) {
    lastPlace = place;
    lastDecisionSlot = decisionSlot;
    long sum = waysLow[place] + low;
    waysHigh[place] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    waysLow[place] = sum;
    if (waysHigh[place] < 0) {
      throw new TooLarge("more than 2^127 schedules lead to one state");
    }
    decisionSlots[place] = Math.max(decisionSlots[place], decisionSlot);
    messages[place] = Math.max(messages[place], sent);
  }

  private void grow() {
    int places = 2 * waysLow.length;
    keys = Arrays.copyOf(keys, places * words);
    waysLow = Arrays.copyOf(waysLow, places);
    waysHigh = Arrays.copyOf(waysHigh, places);
    decisionSlots = Arrays.copyOf(decisionSlots, places);
    messages = Arrays.copyOf(messages, places);
    table = new int[2 * places];
    int mask = table.length - 1;
    for (int place = 0; place < size; place++) {
      int at = hash(place) & mask;
      while (table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = place + 1;
    }
  }

  /** Where it belongs, the same for every set: two threads share the work by it. */
  int hash(int place) {
    return words == 1
        ? mix(keys[place])
        : mix(
            keys[place * words], keys[place * words + 1], words == 3 ? keys[place * words + 2] : 0);
  }

  /** Adds what another set holds at that place. */
  void addFrom(StateSet other, int place) {
    long c = words == 3 ? other.word(place, 2) : 0;
    long b = words >= 2 ? other.word(place, 1) : 0;
    add(
        other.word(place, 0),
        b,
        c,
        other.waysLow[place],
        other.waysHigh[place],
        other.decisionSlots[place],
        other.messages[place]);
  }

  private static int mix(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ (mixed >>> 32));
  }

  private static int mix(long a, long b, long c) {
    long mixed = ((a * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(b, 29)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 29) ^ c) * 0x94D049BB133111EBL;
    return (int) (mixed ^ (mixed >>> 32));
  }
}
