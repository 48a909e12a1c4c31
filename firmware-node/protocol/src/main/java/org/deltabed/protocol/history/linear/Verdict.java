package org.deltabed.protocol.history.linear;

import java.util.List;

/** What came of looking for an order. */
public sealed interface Verdict {
  /** There is an order: this one; pending operations that are not in it did not happen. */
  record Linearizable(List<Operation> order) implements Verdict {
    public Linearizable {
      order = List.copyOf(order);
    }
  }

  /** There is none. */
  record NotLinearizable() implements Verdict {}

  /** There were more configurations to look at than the limit allows. */
  record Undecided(long configurations) implements Verdict {}
}
