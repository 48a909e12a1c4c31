package org.deltabed.simulator.explore;

import java.util.function.Consumer;

/**
 * What may happen in one layer (a slot, a round, an action) of an exploration; one for each thread.
 *
 * @param <C> one choice: what it decides in one layer
 */
interface Adversary<C> {
  /** The states that follow from the one at that place go to the product's set. */
  void expand(StateSet from, int place, int layer, Product product);

  /** The layer is expanded to its end, by all threads, and will not be expanded anew. */
  default void layerDone() {}

  /**
   * The same, slowly and one choice at a time: after each call of the consumer's turn the product's
   * set has one more state or an old one again, the one that the choice leads to.
   *
   * @param each is told the choice just after its state was added
   */
  void choices(StateSet from, int place, int layer, Product product, Consumer<C> each);
}
