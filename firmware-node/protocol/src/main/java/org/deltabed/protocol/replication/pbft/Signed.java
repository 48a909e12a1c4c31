package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Value;

/** What a process has said, with its signature, so that others can show it. */
public record Signed(int by, Value content, Value signature) implements Value {
  public Signed {
    Objects.requireNonNull(content);
    Objects.requireNonNull(signature);
  }

  /** Signed by the process that has these keys. */
  static Signed of(int self, Value content, Cryptography crypto) {
    return new Signed(self, content, crypto.sign(content));
  }

  /** Whether one of n processes has signed it. */
  boolean isValid(int n, Cryptography crypto) {
    return by >= 1 && by <= n && crypto.verifySignature(by, content, signature);
  }

  @Override
  public String toString() {
    return content + " σp" + by;
  }
}
