package org.deltabed.simulator.explore;

/**
 * How to explore; what is found does not depend on it.
 *
 * @param threads how many share the work
 * @param oneByOne whether every transition is made by itself, and not counted with its like
 * @param symmetric whether states that differ in names of processes only are taken for one
 * @param statesMax how many states may be found before it is given up
 */
public record ExploreOptions(int threads, boolean oneByOne, boolean symmetric, long statesMax) {
  private static final long MANY = 200_000_000;

  public static ExploreOptions with(int threads) {
    return new ExploreOptions(threads, false, false, MANY);
  }

  public ExploreOptions symmetrically() {
    return new ExploreOptions(threads, oneByOne, true, statesMax);
  }

  public ExploreOptions transitionByTransition() {
    return new ExploreOptions(threads, true, symmetric, statesMax);
  }
}
