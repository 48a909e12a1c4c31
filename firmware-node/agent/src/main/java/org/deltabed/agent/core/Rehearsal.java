package org.deltabed.agent.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.deltabed.trace.Kind;

/**
 * Plays a start-up and runs of a few protocols with one other node in virtual time and in memory,
 * so that classes are loaded and code is compiled before the first slot that counts: the path of
 * frames, messages and events is that of all protocols. Nothing of it is recorded or sent.
 */
public final class Rehearsal {
  private static final int CYCLES_EACH = 16;

  /** A node does not know at its start what it will run; all protocols would take a Pi seconds. */
  private static final List<String> PROTOCOLS = List.of("D2", "B1", "C1", "C2");

  private static final String NONCE = "0000000000000000";

  /** Bytes on their way to one player. */
  private static final class Flight {
    final Node to;
    final long arrivalNs;
    final byte[] bytes;

    Flight(Node to, long arrivalNs, byte[] bytes) {
      this.to = to;
      this.arrivalNs = arrivalNs;
      this.bytes = bytes;
    }
  }

  /** Counts records and drops them. */
  private static final class Scratch implements Journal {
    private long records;

    @Override
    public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
      records++;
    }

    @Override
    public void add(
        Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
      records++;
    }

    @Override
    public void force() {}

    @Override
    public long records() {
      return records;
    }
  }

  private final NodeSettings settings;
  private final List<NodeSettings> roles = new ArrayList<>();
  private final List<Node> players = new ArrayList<>();
  private final Deque<Flight> flights = new ArrayDeque<>();
  private long nowNs;

  private Rehearsal(NodeSettings settings) {
    this.settings = settings;
    roles.add(settings);
    roles.add(settings.as(settings.self() % settings.n() + 1));
    for (int i = 0; i < roles.size(); i++) {
      int to = 1 - i;
      Transmitter line =
          (bytes, offset, length) -> {
            byte[] sent = Arrays.copyOfRange(bytes, offset, offset + length);
            long arrivalNs = nowNs + length * settings.timing().byteNs() + StartUp.LATENCY_NS;
            flights.add(new Flight(players.get(to), arrivalNs, sent));
          };
      players.add(new Node(roles.get(i), new Scratch(), line, nowNs));
    }
  }

  /** Plays for a node with these settings; takes some ten milliseconds. */
  public static void play(NodeSettings settings) {
    if (settings.n() > 1) {
      Rehearsal rehearsal = new Rehearsal(settings);
      rehearsal.runCycles(CYCLES_EACH);
      PROTOCOLS.forEach(rehearsal::perform);
    }
  }

  private void perform(String protocol) {
    int startRound = players.getFirst().round() + 2;
    for (int i = 0; i < players.size(); i++) {
      RunOrder order =
          new RunOrder(
              "rehearsal",
              NONCE,
              protocol,
              "",
              settings.wiringHash(),
              Collections.nCopies(settings.n(), settings.boot()),
              settings.n() - 1,
              CYCLES_EACH / 2,
              i,
              1,
              null);
      players.get(i).prepare(Run.prepare(order, roles.get(i), new Scratch()), nowNs);
      players.get(i).start(NONCE, startRound, nowNs);
    }
    runCycles(CYCLES_EACH);
  }

  private void runCycles(int cycles) {
    long endNs = nowNs + cycles * settings.timing().cycleNs();
    while (nowNs < endNs) {
      Node next =
          players.get(0).dueNs() <= players.get(1).dueNs() ? players.get(0) : players.get(1);
      Flight flight = flights.peekFirst();
      if (flight != null && flight.arrivalNs <= next.dueNs()) {
        flights.removeFirst();
        nowNs = Math.max(nowNs, flight.arrivalNs);
        flight.to.received(flight.bytes, 0, flight.bytes.length, flight.arrivalNs, nowNs);
      } else {
        nowNs = Math.max(nowNs, next.dueNs());
        next.act(nowNs);
      }
    }
  }
}
