package org.deltabed.protocol.catalogue;

import java.util.List;

/**
 * A seeded mistake: a protocol with a mistaken component, judged by the properties of the correct
 * one; or a correct protocol of which too much is claimed, judged by that.
 *
 * @param id such as {@code X03}
 * @param mistake what is wrong, in a few words
 * @param protocol the protocol with the mistake in it; its id is the correct one's
 * @param smallestN the smallest system that shows it
 * @param smallestF the fewest crashes that show it there
 * @param showsInSlots whether a run in slots can show it, so also the testbed; if not, it takes an
 *     order of messages that the bus never makes, and the asynchronous adversary
 * @param breaks {@code instance: property} of each property that it breaks
 */
public record Variant(
    String id,
    String mistake,
    Protocol protocol,
    int smallestN,
    int smallestF,
    boolean showsInSlots,
    List<String> breaks) {
  public Variant {
    breaks = List.copyOf(breaks);
  }
}
