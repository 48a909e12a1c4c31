package org.deltabed.lab.virtual;

import java.util.Arrays;
import java.util.Random;
import org.deltabed.hardware.virtual.Fate;

/**
 * What a bus without a terminator does to frames: each edge comes back from the open end, and now
 * and then the bit behind it is read as it was before. So a frame is the likelier damaged the more
 * edges it has, and long frames more than short ones.
 */
final class Reflections {

  private static final double SMEARED = 0.003;
  private static final int BITS_MAX = 64;

  private final Random random = new Random(1);
  private final int[] smeared = new int[BITS_MAX];

  /** What becomes of a frame. */
  Fate on(byte[] bytes, int offset, int length) {
    int count = 0;
    boolean before = true; // an idle line is high
    for (int bit = 0; bit < length * 8 && count < BITS_MAX; bit++) {
      boolean high = (bytes[offset + bit / 8] >> bit % 8 & 1) != 0;
      if (high != before && random.nextDouble() < SMEARED) {
        smeared[count++] = bit;
      }
      before = high;
    }
    return count == 0 ? Fate.pass() : Fate.flip(Arrays.copyOf(smeared, count));
  }
}
