package org.deltabed.protocol.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;

/** One process of a broadcast protocol, and what it did, as short lines in order. */
final class OneProcess {
  final List<String> did = new ArrayList<>();
  final Stack stack;
  private final String top;
  private final String beb;

  private OneProcess(Protocol protocol, String beb, int self, int n) {
    this.top = protocol.top();
    this.beb = beb;
    Stack.Output output =
        new Stack.Output() {
          @Override
          public void send(String instance, Value message) {
            did.add("broadcast " + message);
          }

          @Override
          public void event(String instance, Direction direction, Event event) {
            if (instance.equals(top) && event instanceof Deliver(int sender, var m)) {
              did.add("deliver p" + sender + " " + m);
            }
          }
        };
    stack = new Stack(protocol.composition(), self, n, output);
    stack.init();
  }

  /** Of a protocol of the catalogue, whose best-effort broadcast has that path. */
  static OneProcess of(String id, String beb, int self, int n) {
    return new OneProcess(Catalogue.find(id), beb, self, n);
  }

  /** Of a protocol with a seeded mistake. */
  static OneProcess mistaken(String id, String beb, int self, int n) {
    return new OneProcess(Catalogue.variant(id).protocol(), beb, self, n);
  }

  /** Of a protocol of the catalogue with another component at a path. */
  static OneProcess with(
      String id,
      String path,
      Function<Component.Context, Component<?>> maker,
      String beb,
      int self,
      int n) {
    Protocol right = Catalogue.find(id);
    return new OneProcess(
        right.with(right.composition().swap(path, part -> part.madeBy(maker))), beb, self, n);
  }

  void broadcast(long message) {
    stack.request(top, new Broadcast(new Num(message)));
  }

  /** A copy of that source's message comes from {@code sender}. */
  void copy(int sender, int source, long message) {
    copy(sender, source, new Num(message));
  }

  void copy(int sender, int source, Value message) {
    stack.deliver(sender, beb, new Data(source, message));
  }

  void crash(int process) {
    stack.silence(process);
  }

  /** What it did since it was last asked. */
  List<String> did() {
    List<String> since = List.copyOf(did);
    did.clear();
    return since;
  }
}
