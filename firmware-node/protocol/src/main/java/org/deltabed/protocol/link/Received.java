package org.deltabed.protocol.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which numbers have come from whom, where each sender counts from 1. Immutable; as long as nothing
 * overtakes, it is one count for each sender.
 *
 * @param bySender by rank-1
 */
public record Received(List<Numbers> bySender) {
  /**
   * The numbers of one sender.
   *
   * @param upTo all up to this one have come
   * @param beyond those that have come after a gap, in ascending order
   */
  public record Numbers(long upTo, List<Long> beyond) {
    static final Numbers NONE = new Numbers(0, List.of());

    public Numbers {
      beyond = List.copyOf(beyond);
    }

    boolean contains(long number) {
      return number <= upTo || beyond.contains(number);
    }

    Numbers with(long number) {
      if (contains(number)) {
        return this;
      }
      List<Long> above = new ArrayList<>(beyond);
      above.add(number);
      Collections.sort(above);
      long whole = upTo;
      while (!above.isEmpty() && above.getFirst() == whole + 1) {
        whole = above.removeFirst();
      }
      return new Numbers(whole, above);
    }
  }

  public Received {
    bySender = List.copyOf(bySender);
  }

  public static Received nothing(int n) {
    return new Received(Collections.nCopies(n, Numbers.NONE));
  }

  public boolean contains(int sender, long number) {
    return bySender.get(sender - 1).contains(number);
  }

  /** All numbers of that sender up to this one have come. */
  public long upTo(int sender) {
    return bySender.get(sender - 1).upTo();
  }

  public Received with(int sender, long number) {
    List<Numbers> copy = new ArrayList<>(bySender);
    copy.set(sender - 1, copy.get(sender - 1).with(number));
    return new Received(copy);
  }
}
