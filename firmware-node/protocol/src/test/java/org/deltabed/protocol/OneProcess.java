package org.deltabed.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * One process of a protocol, and what it did: what it sent, and what its top instance indicated.
 */
public final class OneProcess {
  public final List<String> did = new ArrayList<>();
  private final String top;
  private final Stack stack;

  /** After its Init, where all but one may crash. */
  public OneProcess(Composition composition, int self, int n) {
    this(composition, self, n, n - 1);
  }

  /** After its Init. */
  public OneProcess(Composition composition, int self, int n, int f) {
    top = composition.top().name();
    stack =
        new Stack(
            composition,
            self,
            n,
            f,
            new Stack.Output() {
              @Override
              public void send(String instance, Value message) {
                did.add("send " + message);
              }

              @Override
              public void event(String instance, Direction direction, Event event) {
                if (direction == Direction.INDICATION && instance.equals(top)) {
                  did.add(event.toString());
                }
              }
            });
    stack.init();
  }

  public OneProcess request(Event event) {
    stack.request(top, event);
    return this;
  }

  /** A message of the instance {@code below} the top; empty for the top itself. */
  public OneProcess deliver(int sender, String below, Value message) {
    stack.deliver(sender, top + below, message);
    return this;
  }

  public OneProcess silence(int process) {
    stack.silence(process);
    return this;
  }

  public OneProcess heard(int process) {
    stack.heard(process);
    return this;
  }

  public OneProcess cycleEnd() {
    stack.cycleEnd();
    return this;
  }

  /** What it did since this was last asked. */
  public List<String> didSince() {
    List<String> since = List.copyOf(did);
    did.clear();
    return since;
  }
}
