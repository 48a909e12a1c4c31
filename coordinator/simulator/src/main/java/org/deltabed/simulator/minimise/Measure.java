package org.deltabed.simulator.minimise;

import java.util.List;
import java.util.stream.Stream;

/**
 * How large a schedule is: the first number that differs decides. Every step of minimising makes it
 * smaller, so that minimising ends.
 */
record Measure(List<Long> numbers) implements Comparable<Measure> {
  static Measure of(Number... numbers) {
    return new Measure(Stream.of(numbers).map(Number::longValue).toList());
  }

  @Override
  public int compareTo(Measure other) {
    for (int i = 0; i < numbers.size(); i++) {
      int order = Long.compare(numbers.get(i), other.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
