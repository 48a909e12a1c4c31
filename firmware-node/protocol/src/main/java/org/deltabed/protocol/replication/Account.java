package org.deltabed.protocol.replication;

import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;

/**
 * The state machine that is replicated, the page's {@code F}: an account that is never overdrawn. A
 * command pays in, or draws if it is negative; the response is the new balance, or nil if there was
 * not enough. So another order of the commands gives other responses.
 */
public record Account(long balance) {
  /** The page's {@code ⊥}. */
  public static final Account EMPTY = new Account(0);

  /** The page's {@code (r, state)}. */
  public record Applied(Value response, Account state) {}

  /** {@code F(cmd, state)}; what is no number is refused too. */
  public Applied apply(Value command) {
    return command instanceof Num(long amount) && balance + amount >= 0
        ? new Applied(new Num(balance + amount), new Account(balance + amount))
        : new Applied(new Nil(), this);
  }
}
