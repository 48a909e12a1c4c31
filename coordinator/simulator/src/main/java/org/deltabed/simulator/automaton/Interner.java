package org.deltabed.simulator.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives equal things one number, from 0 on in the order in which they first come. */
final class Interner<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  int number(T thing) {
    Integer known = numbers.get(thing);
    if (known != null) {
      return known;
    }
    int number = things.size();
    things.add(thing);
    numbers.put(thing, number);
    return number;
  }

  T get(int number) {
    return things.get(number);
  }

  int size() {
    return things.size();
  }
}
