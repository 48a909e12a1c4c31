package org.deltabed.protocol.agreement;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;

/** One process of a protocol, and in words what it did above its broadcasts and its detector. */
final class PageProcess {
  final List<String> did = new ArrayList<>();
  private final Stack stack;
  private final String top;

  PageProcess(String id, int self, int n) {
    this(id, self, n, n - 1);
  }

  PageProcess(String id, int self, int n, int f) {
    this(Catalogue.find(id), Catalogue.find(id).composition(), self, n, f);
  }

  PageProcess(Protocol protocol, Composition composition, int self, int n, int f) {
    top = protocol.top();
    stack = new Stack(composition, self, n, f, output());
    stack.init();
  }

  private Stack.Output output() {
    return new Stack.Output() {
      @Override
      public void send(String instance, Value message) {
        did.add(instance + " sends " + message);
      }

      @Override
      public void event(String instance, Direction direction, Event event) {
        boolean outside = instance.equals(top) && direction == Direction.REQUEST;
        if (!outside && !instance.endsWith("beb") && !instance.equals("P")) {
          did.add(instance + " " + event);
        }
      }
    };
  }

  /** What it did since the last time. */
  List<String> took() {
    List<String> taken = List.copyOf(did);
    did.clear();
    return taken;
  }

  void propose(long value) {
    stack.request(top, new Propose(new Num(value)));
  }

  void broadcast(long value) {
    stack.request(top, new Broadcast(new Num(value)));
  }

  /** A message of that instance comes over the bus. */
  void arrives(int sender, String instance, Value message) {
    stack.deliver(sender, instance, message);
  }

  void arrives(int sender, String instance, long value) {
    arrives(sender, instance, new Num(value));
  }

  void detects(int process) {
    stack.silence(process);
  }

  void cycleEnds() {
    stack.cycleEnd();
  }
}
