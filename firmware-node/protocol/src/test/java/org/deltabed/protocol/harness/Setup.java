package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;

/**
 * What the processes are given before a run.
 *
 * @param n how many there are
 * @param f how many may crash, as they are told
 * @param values by rank-1: what a plan would give each
 * @param each how many requests each gets, where it makes sense to have many
 */
record Setup(int n, int f, List<Value> values, int each) {
  Setup(int n, int f, List<Value> values) {
    this(n, f, values, 1);
  }

  /** All but one may crash, and each has 10 times its rank. */
  static Setup of(int n) {
    return ranks(n, n - 1);
  }

  /** Each has 10 times its rank. */
  static Setup ranks(int n, int f) {
    return new Setup(
        n,
        f,
        java.util.stream.IntStream.rangeClosed(1, n)
            .mapToObj(p -> (Value) new Num(10L * p))
            .toList());
  }

  static Setup of(int n, int f, long... values) {
    return new Setup(
        n, f, java.util.Arrays.stream(values).mapToObj(v -> (Value) new Num(v)).toList());
  }

  /** The same with that many requests each. */
  Setup each(int requests) {
    return new Setup(n, f, values, requests);
  }

  /** Every vector of values that an exploration of the protocol tries. */
  static List<Setup> all(Protocol protocol, int n, int f) {
    return protocol.workload().inputs(n).stream().map(values -> new Setup(n, f, values)).toList();
  }

  /** What a plan asks of one process. */
  List<Event> requests(Protocol protocol, int p) {
    return protocol.workload().requests(p, n, values.get(p - 1), each);
  }
}
