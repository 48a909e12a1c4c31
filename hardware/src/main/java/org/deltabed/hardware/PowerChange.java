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
 * @param sensed whether the node's own supply was seen to be so: what a device says of itself, or a
 *     node's silence, is less
 */
public record PowerChange(
    PowerState state, long askedNs, long confirmedNs, String confirmedBy, boolean sensed) {

  /** A change that nobody saw at the node's supply. */
  public PowerChange(PowerState state, long askedNs, long confirmedNs, String confirmedBy) {
    this(state, askedNs, confirmedNs, confirmedBy, false);
  }

  /** False where the device was driven and nothing can say whether it obeyed. */
  public boolean confirmed() {
    return !confirmedBy.isEmpty();
  }
}
