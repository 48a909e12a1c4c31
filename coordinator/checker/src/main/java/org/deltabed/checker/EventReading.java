package org.deltabed.checker;

import org.deltabed.trace.EventJson;

/** Reads the data of an EVENT record. */
final class EventReading {
  private EventReading() {}

  /**
   * Reads the event.
   *
   * @throws BadEvidence when the data is no event of the vocabulary
   */
  static EventJson.Occurred read(Seen seen) {
    return switch (EventJson.read(seen.record().data())) {
      case EventJson.Occurred occurred -> occurred;
      case EventJson.Refused refused ->
          throw new BadEvidence(
              seen.file().name(), seen.line(), "is no event that can be read: " + refused.reason());
    };
  }
}
