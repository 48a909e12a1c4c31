package org.deltabed.protocol;

/**
 * Cryptography without keys: a code or signature says who made it, for whom and of what. Nobody
 * forges one because nobody makes one of another process: components cannot, and a simulated
 * adversary hands over only those of correct processes that they have made. Costs nothing but its
 * size, so it is for the simulator; on a bus anybody could write it.
 *
 * @param self who it is that signs
 */
public record IdealCryptography(int self) implements Cryptography {
  private static final int ALL = 0;
  private static final int NOBODY = 0;

  @Override
  public Value hash(Value message) {
    return new Seal(NOBODY, ALL, message);
  }

  @Override
  public Value authenticate(int forProcess, Value message) {
    return new Seal(self, forProcess, message);
  }

  @Override
  public boolean verifyCode(int by, Value message, Value code) {
    return new Seal(by, self, message).equals(code);
  }

  @Override
  public Value sign(Value message) {
    return new Seal(self, ALL, message);
  }

  @Override
  public boolean verifySignature(int by, Value message, Value signature) {
    return new Seal(by, ALL, message).equals(signature);
  }
}
