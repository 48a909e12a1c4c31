package org.deltabed.protocol.catalogue;

import java.util.List;

/**
 * A seeded mistake: a protocol with a mistaken component, judged by the properties of the correct
 * one.
 *
 * @param id such as {@code X03}
 * @param mistake what is wrong, in a sentence
 * @param protocol the protocol with the mistake in it; its id is the correct one's
 * @param breaks {@code instance: property} of each property that it breaks
 */
public record Variant(String id, String mistake, Protocol protocol, List<String> breaks) {
  public Variant {
    breaks = List.copyOf(breaks);
  }
}
