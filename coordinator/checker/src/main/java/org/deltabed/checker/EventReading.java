package org.deltabed.checker;

import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;

/** Reads the data of an EVENT record. */
final class EventReading {
  /** An event at an instance's upper interface. */
  record Said(String instance, Direction direction, Event event) {}

  private EventReading() {}

  /**
   * Reads the event.
   *
   * @throws BadEvidence when the data is no event of the vocabulary
   */
  static Said read(Seen seen) {
    throw new BadEvidence(seen.file().name(), seen.line(), "not yet");
  }
}
