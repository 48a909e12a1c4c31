package org.deltabed.agent.core;

import java.util.function.ObjIntConsumer;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Value;

/** Tells of every code and signature that is not what it is said to be. */
record WatchedCryptography(Cryptography crypto, ObjIntConsumer<Refusal> refused)
    implements Cryptography {
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
    return told(crypto.verifyCode(by, message, code), Refusal.CODE, by);
  }

  @Override
  public Value sign(Value message) {
    return crypto.sign(message);
  }

  @Override
  public boolean verifySignature(int by, Value message, Value signature) {
    return told(crypto.verifySignature(by, message, signature), Refusal.SIGNATURE, by);
  }

  private boolean told(boolean good, Refusal reason, int by) {
    if (!good) {
      refused.accept(reason, by);
    }
    return good;
  }
}
