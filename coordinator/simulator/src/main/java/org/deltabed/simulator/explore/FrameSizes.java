package org.deltabed.simulator.explore;

import java.util.Arrays;
import org.deltabed.simulator.automaton.Automaton;

/** How many messages are in a frame, remembered by one thread. */
final class FrameSizes {
  private static final int UNKNOWN = -1;

  private final Automaton automaton;
  private int[] sizes = new int[0];

  FrameSizes(Automaton automaton) {
    this.automaton = automaton;
  }

  int of(int frame) {
    if (frame >= sizes.length) {
      int known = sizes.length;
      sizes = Arrays.copyOf(sizes, 2 * frame + 16);
      Arrays.fill(sizes, known, sizes.length, UNKNOWN);
    }
    if (sizes[frame] == UNKNOWN) {
      sizes[frame] = automaton.frame(frame).messages().size();
    }
    return sizes[frame];
  }
}
