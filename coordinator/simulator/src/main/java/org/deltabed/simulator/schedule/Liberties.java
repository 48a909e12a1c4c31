package org.deltabed.simulator.schedule;

import org.deltabed.protocol.ProcessSet;

/**
 * What an adversary may do beyond crashing processes and choosing orders.
 *
 * @param byzantine the processes that do as it likes; they count for f
 * @param falseSuspicions how many times at most a process that lives is suspected by another
 * @param losses how many times at most a frame of a process that lives does not reach another
 */
public record Liberties(ProcessSet byzantine, int falseSuspicions, int losses) {
  public static final Liberties NONE = new Liberties(ProcessSet.EMPTY, 0, 0);

  public Liberties {
    if (falseSuspicions < 0 || losses < 0) {
      throw new IllegalArgumentException(falseSuspicions + " suspicions, " + losses + " losses");
    }
  }

  public static Liberties byzantine(ProcessSet byzantine) {
    return new Liberties(byzantine, 0, 0);
  }

  public static Liberties falseSuspicions(int most) {
    return new Liberties(ProcessSet.EMPTY, most, 0);
  }

  public static Liberties losses(int most) {
    return new Liberties(ProcessSet.EMPTY, 0, most);
  }
}
