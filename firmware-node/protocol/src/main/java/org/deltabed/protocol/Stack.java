package org.deltabed.protocol;

import java.util.List;

/**
 * One process: its tower of component instances and the runtime that carries events between them.
 */
public final class Stack {
  /** Where the effects go. Called during the step, in the order in which they happen. */
  public interface Output {
    /** Hand to the bus, for every process, the own one included. */
    void send(String instance, Value message);

    /**
     * An event crosses an instance's upper interface; an indication comes before any send that
     * follows from it.
     */
    void event(String instance, Direction direction, Event event);
  }

  public Stack(Composition composition, int self, int n, Output output) {}

  /** Raises Init everywhere; once, before anything else. */
  public void init() {}

  /** A request from outside to an instance, usually the top one. */
  public void request(String instance, Event event) {}

  /** A message of that instance at {@code sender} came over the bus. */
  public void deliver(int sender, String instance, Value message) {}

  /** The slot of {@code process} passed without its frame. */
  public void silence(int process) {}

  /**
   * Every instance in a fixed order; the position is its number on the wire. A family appears once,
   * as {@code tob/uc[]}.
   */
  public List<String> instances() {
    return List.of();
  }

  /**
   * The position in {@link #instances} of the instance with that path; {@code tob/uc[3]/beb} is the
   * place of {@code tob/uc[]/beb}.
   */
  public int number(String instance) {
    return 0;
  }

  /** The 3 of {@code tob/uc[3]/beb}; 0 where there is no family in the path. */
  public int index(String instance) {
    return 0;
  }

  /** The path from number and index. Throws IllegalArgumentException if there is none such. */
  public String path(int number, int index) {
    return "";
  }

  /** The state of the process: immutable, with equals and hashCode. */
  public Object save() {
    return "";
  }

  /** Takes over a state that {@link #save} gave. */
  public void load(Object state) {}
}
