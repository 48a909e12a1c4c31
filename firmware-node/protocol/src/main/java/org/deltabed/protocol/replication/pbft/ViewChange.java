package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Value;

/**
 * {@code VIEW-CHANGE}: its sender has left the views before that one.
 *
 * @param stable its last stable {@link Checkpoint}, as a {@link Certificate}
 * @param prepared what it has {@link Prepared} since, by sequence number
 */
public record ViewChange(long view, Value stable, List<Value> prepared) implements Value {
  public ViewChange {
    Objects.requireNonNull(stable);
    prepared = List.copyOf(prepared);
  }

  /** Where its stable checkpoint is; that has to be valid. */
  long stableSequence() {
    return ((Checkpoint) ((Certificate) stable).content()).sequence();
  }

  /** What it says was prepared; that has to be valid. */
  List<Prepared> preparations() {
    return prepared.stream().map(Prepared.class::cast).toList();
  }

  /** Whether everything in it is proved by at least so many of n. */
  boolean isValid(int quorum, int n, Cryptography crypto) {
    if (!Stability.isProved(stable, quorum, n, crypto)) {
      return false;
    }
    List<Long> sequences = new ArrayList<>();
    for (Value each : prepared) {
      if (!(each instanceof Prepared one) || !one.isValid(quorum, n, crypto)) {
        return false;
      }
      long sequence = one.order().sequence();
      boolean isInWindow =
          sequence > stableSequence() && sequence <= stableSequence() + OrderLog.WINDOW;
      if (!isInWindow || one.order().view() >= view || sequences.contains(sequence)) {
        return false;
      }
      sequences.add(sequence);
    }
    return true;
  }

  @Override
  public String toString() {
    return "view-change(v=" + view + ", " + stable + ", " + prepared + ")";
  }
}
