package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Value;

/** What a process has said, with its signature, so that others can show it. */
public record Statement(int by, Value content, Value signature) implements Value {
  public Statement {
    Objects.requireNonNull(content);
    Objects.requireNonNull(signature);
  }

  /** Statement by the process that has these keys. */
  static Statement of(int self, Value content, Cryptography crypto) {
    return new Statement(self, content, crypto.sign(content));
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
