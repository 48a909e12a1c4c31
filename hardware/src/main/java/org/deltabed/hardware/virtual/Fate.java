package org.deltabed.hardware.virtual;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of one chunk on the line. Immutable; combine with {@link #and}. All but {@link
 * #pass()} describe a fault.
 *
 * @param dropped its line time passes in silence
 * @param delayNs it goes on the line so much later, without waiting for a free line; 0 for on time
 * @param repeatNs it goes on the line a second time, so much after the first; 0 for once
 * @param flippedBits positions in the chunk, bit {@code 8 * byte + weight}; beyond its end: ignored
 * @param deafPorts bit set of the receivers that do not get it
 * @param cutAfterBytes the sender's power is cut when so many bytes of it have passed, from 0; or
 *     {@link #NO_CUT}
 */
public record Fate(
    boolean dropped,
    long delayNs,
    long repeatNs,
    List<Integer> flippedBits,
    long deafPorts,
    int cutAfterBytes) {

  /** Nothing is cut. */
  public static final int NO_CUT = -1;

  private static final Fate PASS = new Fate(false, 0, 0, List.of(), 0, NO_CUT);
  private static final Fate DROP = new Fate(true, 0, 0, List.of(), 0, NO_CUT);

  /** Checks the ranges. */
  public Fate {
    if (delayNs < 0 || repeatNs < 0 || cutAfterBytes < NO_CUT) {
      throw new IllegalArgumentException("a fate lies in the future");
    }
    flippedBits = List.copyOf(flippedBits);
  }

  /** No fault. Always the same object. */
  public static Fate pass() {
    return PASS;
  }

  /** True if nothing at all goes wrong. */
  public boolean isPass() {
    return !dropped
        && delayNs == 0
        && repeatNs == 0
        && deafPorts == 0
        && cutAfterBytes == NO_CUT
        && flippedBits.isEmpty();
  }

  /** Loss (F15). */
  public static Fate drop() {
    return DROP;
  }

  /** Delay (F16); by more than the next chunk's length it is reorder (F14). */
  public static Fate delay(long delayNs) {
    return new Fate(false, delayNs, 0, List.of(), 0, NO_CUT);
  }

  /** Repetition (F13). */
  public static Fate repeat(long repeatNs) {
    return new Fate(false, 0, repeatNs, List.of(), 0, NO_CUT);
  }

  /** Corruption (F12) of these bits of the chunk. */
  public static Fate flip(int... bits) {
    List<Integer> list = new ArrayList<>(bits.length);
    for (int bit : bits) {
      list.add(bit);
    }
    return new Fate(false, 0, 0, list, 0, NO_CUT);
  }

  /** Asymmetric loss (F21): these ports do not get it. */
  public static Fate deaf(int... ports) {
    long set = 0;
    for (int port : ports) {
      set |= 1L << port;
    }
    return new Fate(false, 0, 0, List.of(), set, NO_CUT);
  }

  /** Power cut of the sender in mid-frame (F02), or after the whole chunk (F03). */
  public static Fate cutAfter(int bytes) {
    return new Fate(false, 0, 0, List.of(), 0, bytes);
  }

  /** Both faults at once; delays add up, and the earlier of two cuts counts. */
  public Fate and(Fate other) {
    List<Integer> bits = new ArrayList<>(flippedBits);
    bits.addAll(other.flippedBits);
    int cut =
        cutAfterBytes == NO_CUT || other.cutAfterBytes == NO_CUT
            ? Math.max(cutAfterBytes, other.cutAfterBytes)
            : Math.min(cutAfterBytes, other.cutAfterBytes);
    return new Fate(
        dropped || other.dropped,
        delayNs + other.delayNs,
        repeatNs + other.repeatNs,
        bits,
        deafPorts | other.deafPorts,
        cut);
  }
}
