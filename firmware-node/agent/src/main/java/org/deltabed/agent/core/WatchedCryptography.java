package org.deltabed.agent.core;

import java.util.function.Consumer;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Value;

/** Tells of every code and signature that is not what it is said to be. */
record WatchedCryptography(Cryptography crypto, Consumer<Refusal> refused) implements Cryptography {
  @Override
  public Value hash(Value message) {
    return crypto.hash(message);
  }

  @Override
  public Value authenticate(int forProcess, Value message) {
    return crypto.authenticate(forProcess, message);
  }

  @Override
  public boolean verifyCode(int by, Value message, Value code) {
    return told(crypto.verifyCode(by, message, code), Refusal.CODE);
  }

  @Override
  public Value sign(Value message) {
    return crypto.sign(message);
  }

  @Override
  public boolean verifySignature(int by, Value message, Value signature) {
    return told(crypto.verifySignature(by, message, signature), Refusal.SIGNATURE);
  }

  private boolean told(boolean good, Refusal reason) {
    if (!good) {
      refused.accept(reason);
    }
    return good;
  }
}
