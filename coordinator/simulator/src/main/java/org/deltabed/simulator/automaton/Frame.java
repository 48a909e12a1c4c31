package org.deltabed.simulator.automaton;

import java.util.List;

/** What one process says at once: everything that it had to say when it composed it. */
public record Frame(int sender, List<Message> messages) {
  public Frame {
    messages = List.copyOf(messages);
  }
}
