package org.deltabed.simulator.schedule;

import org.deltabed.protocol.ProcessSet;

/**
 * What an adversary may do beyond crashing processes and choosing orders.
 *
 * @param byzantine the processes that do as it likes; they count for f
 * @param falseSuspicions how many times at most a process that lives is suspected by another
 * @param losses how many times at most a frame of a process that lives does not reach another
 * @param repetitions how many times at most a frame reaches another twice
 */
public record Liberties(ProcessSet byzantine, int falseSuspicions, int losses, int repetitions) {
  public static final Liberties NONE = new Liberties(ProcessSet.EMPTY, 0, 0);

  public Liberties {
    if (falseSuspicions < 0 || losses < 0 || repetitions < 0) {
      throw new IllegalArgumentException(
          falseSuspicions + " suspicions, " + losses + " losses, " + repetitions + " repetitions");
    }
  }

  /** No frame comes twice. */
  public Liberties(ProcessSet byzantine, int falseSuspicions, int losses) {
    this(byzantine, falseSuspicions, losses, 0);
  }

  public static Liberties byzantine(ProcessSet byzantine) {
    return new Liberties(byzantine, 0, 0);
  }

  public static Liberties falseSuspicions(int most) {
    return new Liberties(ProcessSet.EMPTY, most, 0);
  }

  /** Frames may be lost so often, and come twice so often. */
  public static Liberties bus(int losses, int repetitions) {
    return new Liberties(ProcessSet.EMPTY, 0, losses, repetitions);
  }

  public static Liberties losses(int most) {
    return new Liberties(ProcessSet.EMPTY, 0, most);
  }
}
