package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;

/**
 * A request that a quorum has prepared, with the proof.
 *
 * @param request the request, or nil where a view change left a gap
 * @param proof a {@link Certificate} of its {@link PrepareOrder}
 */
public record Prepared(Value request, Value proof) implements Value {
  public Prepared {
    Objects.requireNonNull(request);
    Objects.requireNonNull(proof);
  }

  /** What was prepared; the proof has to be valid. */
  PrepareOrder order() {
    return (PrepareOrder) ((Certificate) proof).content();
  }

  /** Whether at least so many of n have prepared this request. */
  boolean isValid(int quorum, int n, Cryptography crypto) {
    return proof instanceof Certificate certificate
        && certificate.content() instanceof PrepareOrder order
        && order.digest().equals(crypto.hash(request))
        && (request instanceof Nil || request instanceof Statement)
        && certificate.proves(order, quorum, n, crypto);
  }

  @Override
  public String toString() {
    return "prepared(" + request + " by " + proof + ")";
  }
}
