package org.deltabed.simulator.run;

import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;

/**
 * One thing that happened in a run. Its time is the slot in a run in slots, and the number of the
 * action in an asynchronous one.
 */
public sealed interface Happening {
  /** In place of a message's number: a Byzantine process made it up for its receiver. */
  int MADE_UP = -1;

  int time();

  /** To whom it happened. */
  int process();

  /** The process had so many messages in its frame; it reached these. Runs in slots only. */
  record Framed(int time, int process, int messages, ProcessSet reached) implements Happening {}

  /** The process handed a message to the bus, its number {@code number}, from 0. */
  record Sent(int time, int process, int number, String instance, Value message)
      implements Happening {}

  /** A message arrived that was handed to the bus, or framed, at {@code sentTime}. */
  record Arrived(
      int time, int process, int sender, int number, int sentTime, String instance, Value message)
      implements Happening {}

  /** The owner's slot passed in silence, or the process was told of its crash. */
  record Silent(int time, int process, int owner) implements Happening {}

  /** The process was told that the other lives after all. */
  record Restored(int time, int process, int owner) implements Happening {}

  /** An event crossed the upper interface of an instance. */
  record Did(int time, int process, String instance, Direction direction, Event event)
      implements Happening {}

  /** The process crashed. */
  record Crashed(int time, int process) implements Happening {}
}
