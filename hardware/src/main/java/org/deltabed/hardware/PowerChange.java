package org.deltabed.hardware;

/**
 * A change of a node's power. Both times are on {@link System#nanoTime()}; the change happened
 * between them, unless it was so before it was asked for, which {@code confirmedBy} then says.
 *
 * @param state what was asked for and is so now
 * @param askedNs just before the device or person was asked
 * @param confirmedNs when the confirmation came, or the kernel's time of the edge that is it; where
 *     nobody confirms, when the driver had done its part
 * @param confirmedBy what confirms it, in words for a record; empty where nothing does
 */
public record PowerChange(PowerState state, long askedNs, long confirmedNs, String confirmedBy) {

  /** False where the device was driven and nothing can say whether it obeyed. */
  public boolean confirmed() {
    return !confirmedBy.isEmpty();
  }
}
