package org.deltabed.simulator.exhibits;

import java.util.List;

/** Every exhibit, in the order of the pages. */
public final class Exhibits {
  public static final List<Exhibit> ALL =
      List.of(
          new CausalViolation(),
          new WeakTotalOrder(),
          new HierarchicalNotUniform(),
          new FalseSuspicionHierarchical(),
          new Flp(),
          new DetectorFromBroadcast(),
          new TwoPhaseCommitBlocks(),
          new FalseSuspicionNbac(),
          new DetectorFromCommit(),
          new ViewSynchronyLateMessage(),
          new MultiValuedRegisterTorn(),
          new ReadInversion(),
          new PutHashTwice(),
          new SameNumberTwoValues(),
          new QuorumsThatIntersect());

  private Exhibits() {}

  /**
   * The exhibit of that name.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Exhibit find(String name) {
    return ALL.stream()
        .filter(exhibit -> exhibit.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no exhibit "
                        + name
                        + "; there are "
                        + String.join(", ", ALL.stream().map(Exhibit::name).toList())));
  }
}
