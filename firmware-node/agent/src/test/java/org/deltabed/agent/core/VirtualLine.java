package org.deltabed.agent.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * A bus and its nodes in virtual time: a queue of events, bytes that take their time on the line,
 * collisions that spoil what overlaps, clocks with offset and drift, and whatever faults a test
 * adds.
 */
final class VirtualLine {
  /** Decides what becomes of a transmission at each receiver. */
  interface Fault {
    /** Returns the bytes that the receiver gets (may be changed), or null for nothing. */
    byte[] at(Transmission sent, int receiver);

    /** Returns how long the transmission is held back before the line, in ns. */
    default long delayNs(Transmission sent) {
      return 0;
    }
  }

  /** Some bytes that a node handed to the bus. */
  static final class Transmission {
    final int sender;
    final byte[] bytes;
    final long handedNs;
    long startNs;
    long endNs;
    boolean collided;

    Transmission(int sender, byte[] bytes, long handedNs) {
      this.sender = sender;
      this.bytes = bytes;
      this.handedNs = handedNs;
    }
  }

  private record Event(long timeNs, long order, Runnable action) {}

  final long byteNs;
  final List<VirtualNode> nodes = new ArrayList<>();
  final List<Transmission> transmissions = new ArrayList<>();
  Fault fault = (sent, receiver) -> sent.bytes;
  private LongSupplier latencyNs = () -> 120_000;
  boolean cut;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::timeNs).thenComparingLong(Event::order));
  private long order;
  private long nowNs;

  VirtualLine(long byteNs) {
    this.byteNs = byteNs;
  }

  /** From a frame's end to each receiver's stamp: random up to a bound. */
  void jitter(Random random, long maxNs) {
    latencyNs = () -> 50_000 + random.nextLong(maxNs);
  }

  long nowNs() {
    return nowNs;
  }

  void at(long timeNs, Runnable action) {
    events.add(new Event(Math.max(timeNs, nowNs), order++, action));
  }

  void runUntil(long timeNs) {
    while (!events.isEmpty() && events.peek().timeNs() <= timeNs) {
      Event event = events.poll();
      nowNs = event.timeNs();
      event.action().run();
    }
    nowNs = timeNs;
  }

  /** A node hands bytes over: they follow its own earlier ones on the line. */
  void send(int sender, byte[] bytes) {
    Transmission sent = new Transmission(sender, bytes, nowNs);
    sent.startNs = nowNs + fault.delayNs(sent);
    for (Transmission earlier : transmissions) {
      if (earlier.sender == sender) {
        sent.startNs = Math.max(sent.startNs, earlier.endNs);
      }
    }
    sent.endNs = sent.startNs + bytes.length * byteNs;
    for (Transmission other : transmissions) {
      boolean overlap = other.startNs < sent.endNs && sent.startNs < other.endNs;
      if (other.sender != sender && overlap && sameSide(other.sender, sender)) {
        other.collided = true;
        sent.collided = true;
      }
    }
    transmissions.add(sent);
    at(sent.endNs, () -> deliver(sent));
  }

  /** Bytes that no node sent. */
  void inject(byte[] bytes) {
    Transmission sent = new Transmission(0, bytes, nowNs);
    sent.startNs = nowNs;
    sent.endNs = nowNs + bytes.length * byteNs;
    at(sent.endNs, () -> deliver(sent));
  }

  private void deliver(Transmission sent) {
    for (VirtualNode node : nodes) {
      if (node.process != sent.sender && sameSide(node.process, sent.sender)) {
        byte[] got = sent.collided ? spoilt(sent.bytes) : fault.at(sent, node.process);
        if (got != null) {
          at(nowNs + latencyNs.getAsLong(), () -> node.receive(got));
        }
      }
    }
  }

  /** Whether two nodes are connected when the bus is cut: low ranks from high ones. */
  private boolean sameSide(int one, int other) {
    int half = nodes.size() / 2;
    return !cut || one == 0 || other == 0 || (one <= half) == (other <= half);
  }

  private static byte[] spoilt(byte[] bytes) {
    byte[] spoilt = bytes.clone();
    for (int i = 1; i < spoilt.length - 1; i++) {
      spoilt[i] ^= 0x55;
    }
    return spoilt;
  }
}
