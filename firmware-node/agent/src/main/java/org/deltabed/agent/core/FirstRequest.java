package org.deltabed.agent.core;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.catalogue.Protocol;

/** What a plan's proposal becomes at a protocol's top, by the catalogue's letters. */
final class FirstRequest {
  private FirstRequest() {}

  /** The request, or null where the abstraction takes none, as a detector. */
  static Event of(Protocol protocol, long proposal) {
    Num value = new Num(proposal);
    return switch (protocol.id().charAt(0)) {
      case 'D' -> null;
      case 'B' -> new Broadcast(value);
      default -> new Propose(value);
    };
  }
}
