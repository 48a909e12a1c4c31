package org.deltabed.hardware.virtual;

import java.util.SplittableRandom;

/** All randomness of a line, from one seed: bit errors, garbage of collisions, babble. */
final class Noise {

  private final SplittableRandom random;
  private final double errorRate;
  private long bitsToError;

  Noise(long seed, double bitErrorRate) {
    random = new SplittableRandom(seed);
    errorRate = bitErrorRate;
    bitsToError = gap();
  }

  /** Faultless bits before the next error: geometric, one draw per error and not per bit. */
  private long gap() {
    return errorRate == 0
        ? Long.MAX_VALUE
        : (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-errorRate));
  }

  /** The bits of the next byte that are flipped on the line. */
  int nextErrors() {
    int errors = 0;
    if (errorRate > 0) {
      while (bitsToError < 8) {
        errors |= 1 << bitsToError;
        bitsToError += 1 + gap();
      }
      bitsToError -= 8;
    }
    return errors;
  }

  /** What a collision does to a byte: never nothing. */
  int garble() {
    return random.nextInt(1, 256);
  }

  int babble() {
    return random.nextInt(256);
  }
}
