package org.deltabed.protocol;

import java.util.Objects;

/**
 * The page's {@code [WRITE, ts, v, σ]}, and {@code (ts, val, σ)} where a write is kept; number 0
 * stands for the write that never was, and has no signature.
 */
public record SignedWrite(long timestamp, Value value, Value signature) implements Value {
  /** {@code (⊥, ⊥, ⊥)}. */
  public static final SignedWrite NONE = new SignedWrite(0, new Nil(), new Nil());

  public SignedWrite {
    Objects.requireNonNull(value);
    Objects.requireNonNull(signature);
  }

  @Override
  public String toString() {
    return "[WRITE #" + timestamp + " " + value + (timestamp == 0 ? "]" : " σ]");
  }
}
