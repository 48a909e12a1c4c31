package org.deltabed.protocol;

/**
 * Hashes, message authentication codes and digital signatures as one process holds them: with its
 * own keys, and with what it needs to check those of others. Which algorithms stand behind them,
 * and where keys come from, is for whoever makes the {@link Stack}. Same keys and same message:
 * same answer.
 *
 * <p>Source: dependable-systems-notes, 2.2 Cryptographic Abstraction.
 */
public interface Cryptography {
  /** The page's {@code H(m)}: no two messages have the same. */
  Value hash(Value message);

  /** A code for that process alone, made with the key that the two share. */
  Value authenticate(int forProcess, Value message);

  /** Whether that process made the code for this one, and of that message. */
  boolean verifyCode(int by, Value message, Value code);

  /** This process's signature of the message, which everybody can check. */
  Value sign(Value message);

  /** Whether that process made the signature, and of that message. */
  boolean verifySignature(int by, Value message, Value signature);
}
