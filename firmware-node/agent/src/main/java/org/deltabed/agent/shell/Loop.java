package org.deltabed.agent.shell;

import java.io.IOException;
import org.deltabed.agent.core.Halt;
import org.deltabed.agent.core.Halted;
import org.deltabed.agent.core.Journal;
import org.deltabed.agent.core.Node;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.core.Transmitter;
import org.deltabed.hardware.Bus;
import org.deltabed.hardware.MonotonicClock;

/** Drives a node in real time: gives it what arrived, wakes it when something is due. */
public final class Loop implements Bus.Receiver {
  /** How often a node looks at the line while nothing is due at a known time. */
  private static final long POLL_NS = 500_000;

  private final Node node;
  private final EchoLine echo;
  private final Journal journal;
  private final MonotonicClock clock;
  private final CommandDesk desk;
  private final StatusBoard board;
  private final PinRecords pins;
  private final ByteRing ring = new ByteRing();
  private final ByteRing.Taker taker = this::take;
  private long nowNs;
  private volatile IOException lost;

  /**
   * @param transmitter the bus, for sending
   * @param echoBytesMax the longest burst that the line returns to its sender, 0 if it returns none
   * @param pins what other threads saw on the node's pins, for the journal
   */
  public Loop(
      NodeSettings settings,
      Transmitter transmitter,
      int echoBytesMax,
      Journal journal,
      MonotonicClock clock,
      CommandDesk desk,
      StatusBoard board,
      PinRecords pins) {
    long patienceNs = settings.timing().cycleNs() - settings.timing().slotNs();
    echo = echoBytesMax == 0 ? null : new EchoLine(transmitter, clock, echoBytesMax, patienceNs);
    node = new Node(settings, journal, echo == null ? transmitter : echo, clock.nowNs());
    this.journal = journal;
    this.clock = clock;
    this.desk = desk;
    this.board = board;
    this.pins = pins;
  }

  @Override
  public void received(byte[] bytes, int length, long arrivalNs) {
    ring.put(bytes, length, clock.atMachineNs(arrivalNs));
  }

  @Override
  public void lost(IOException cause) {
    lost = cause;
  }

  /**
   * Returns when an orderly end is wanted.
   *
   * @throws Halted when the node must stop at once; why is recorded already
   */
  @SuppressWarnings("CatchingUnchecked") // whatever it is, the node must not go on
  public void run() {
    try {
      while (!desk.stopWanted()) {
        turn();
      }
    } catch (Halted halted) {
      throw halted;
    } catch (Throwable failure) {
      throw Halt.because(journal, clock.nowNs(), failure);
    }
  }

  private void turn() {
    nowNs = clock.nowNs();
    ring.drain(taker);
    if (echo != null) {
      echo.expire(node, nowNs);
    }
    checkThreads();
    pins.drain(journal);
    node.act(nowNs);
    desk.serve(node, nowNs);
    board.show(node);
    long dueNs = node.dueNs();
    if (dueNs > nowNs) {
      clock.sleepUntilNs(node.polls() ? Math.min(dueNs, nowNs + POLL_NS) : dueNs);
    }
  }

  private void take(byte[] bytes, int length, long arrivalNs) {
    if (echo == null) {
      node.received(bytes, 0, length, arrivalNs, nowNs);
    } else {
      echo.receive(bytes, length, arrivalNs, node, nowNs);
    }
  }

  private void checkThreads() {
    if (lost != null) {
      throw Halt.because(journal, nowNs, "the bus is lost: " + lost.getMessage());
    }
    if (pins.loss() != null) {
      throw Halt.because(journal, nowNs, pins.loss());
    }
    if (ring.overflown()) {
      throw Halt.because(journal, nowNs, "received bytes were not read in time");
    }
    if (desk.failure() != null) {
      throw Halt.because(journal, nowNs, desk.failure());
    }
  }
}
