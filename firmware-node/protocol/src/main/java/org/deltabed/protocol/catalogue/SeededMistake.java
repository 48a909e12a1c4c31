package org.deltabed.protocol.catalogue;

import java.util.List;
import java.util.function.Function;
import org.deltabed.protocol.Component;

/** Makes the correct protocol's composition with one component mistaken. */
final class SeededMistake {
  static final boolean SHOWS_IN_SLOTS = true;
  static final boolean ASYNC_ONLY = false;

  private SeededMistake() {}

  static Variant of(
      String id,
      String protocolId,
      String path,
      Function<Component.Context, Component<?>> mistaken,
      String mistake,
      int smallestN,
      int smallestF,
      boolean showsInSlots,
      String... breaks) {
    Protocol right = Catalogue.find(protocolId);
    Protocol wrong = right.with(right.composition().swap(path, part -> part.madeBy(mistaken)));
    return new Variant(id, mistake, wrong, smallestN, smallestF, showsInSlots, List.of(breaks));
  }
}
