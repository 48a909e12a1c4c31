package org.deltabed.protocol.catalogue;

import java.util.List;
import java.util.function.Function;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.history.Property;

/**
 * Makes the correct protocol's composition with one component mistaken, or mistakes the protocol
 * for one that owes more.
 */
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

  /** The correct protocol, with more claimed of it than it owes. */
  static Variant claiming(
      String id,
      String protocolId,
      List<Property> claimed,
      String mistake,
      int smallestN,
      int smallestF,
      boolean showsInSlots,
      String... breaks) {
    Protocol wrong = Catalogue.find(protocolId).judgedBy(claimed);
    return new Variant(id, mistake, wrong, smallestN, smallestF, showsInSlots, List.of(breaks));
  }
}
