package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a state, found backwards: which state of the layer before leads to it, and by which
 * choice. Slow beside the exploration, and asked for only when there is something to show.
 */
final class Trail<C> {
  private final Adversary<C> adversary;
  private final Packing packing;
  private final Product product;

  Trail(Adversary<C> adversary, Packing packing, int n) {
    this.adversary = adversary;
    this.packing = packing;
    product = new Product(n, true, false);
  }

  /**
   * A way to a state.
   *
   * @param beginning the place in the first layer at which it begins
   * @param choices one for each layer
   */
  record Way<C>(int beginning, List<C> choices) {}

  /**
   * The way, with the latest decision that is known of, from the first layer to the state at that
   * place of the last one.
   */
  Way<C> to(List<StateSet> layers, int place) {
    List<C> choices = new ArrayList<>();
    int at = place;
    for (int layer = layers.size() - 1; layer > 0; layer--) {
      Origin<C> origin = origin(layers.get(layer - 1), layer - 1, layers.get(layer), at);
      choices.addFirst(origin.choice);
      at = origin.place;
    }
    return new Way<>(at, choices);
  }

  private record Origin<C>(int place, C choice) {}

  private Origin<C> origin(StateSet before, int layer, StateSet after, int target) {
    for (int place = 0; place < before.size(); place++) {
      StateSet found = new StateSet(packing.words());
      found.addFrom(after, target);
      product.into(packing, found);
      List<C> leads = new ArrayList<>();
      adversary.choices(
          before,
          place,
          layer,
          product,
          choice -> {
            boolean isLatest = found.lastDecisionSlot() == after.decisionSlot(target);
            if (found.lastPlace() == 0 && isLatest) {
              leads.add(choice);
            }
          });
      if (!leads.isEmpty()) {
        return new Origin<>(place, leads.getFirst());
      }
    }
    throw new IllegalStateException("no state of layer " + layer + " leads to one of the next");
  }
}
