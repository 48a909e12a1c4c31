package org.deltabed.protocol;

/**
 * The events of one process that are triggered and not yet handled, first in first out. Grows and
 * is reused.
 */
final class Agenda {
  private Instance[] targets = new Instance[16];
  private String[] uses = new String[16];
  private int[] indices = new int[16];
  private Event[] events = new Event[16];
  private int head;
  private int size;

  void add(Instance target, String use, int index, Event event) {
    if (size == events.length) {
      grow();
    }
    int tail = (head + size) & (events.length - 1);
    targets[tail] = target;
    uses[tail] = use;
    indices[tail] = index;
    events[tail] = event;
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Lets the first event happen at its target. */
  void handleFirst() {
    int at = head;
    head = (head + 1) & (events.length - 1);
    size--;
    targets[at].upon(uses[at], indices[at], events[at]);
  }

  private void grow() {
    int length = events.length;
    Instance[] newTargets = new Instance[2 * length];
    String[] newUses = new String[2 * length];
    int[] newIndices = new int[2 * length];
    Event[] newEvents = new Event[2 * length];
    for (int i = 0; i < size; i++) {
      int from = (head + i) & (length - 1);
      newTargets[i] = targets[from];
      newUses[i] = uses[from];
      newIndices[i] = indices[from];
      newEvents[i] = events[from];
    }
    targets = newTargets;
    uses = newUses;
    indices = newIndices;
    events = newEvents;
    head = 0;
  }
}
