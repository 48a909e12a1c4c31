package org.deltabed.agent.uplink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.deltabed.agent.AgentConfig;
import org.deltabed.agent.core.Journal;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.shell.AliveHold;
import org.deltabed.agent.shell.CommandDesk;
import org.deltabed.agent.shell.StatusBoard;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.trace.Spool;

/**
 * The node's one thread for the coordinator: connects, takes commands, and publishes answers,
 * status and spools. It shares nothing with the loop but queues, and a broker that is away for any
 * time costs nothing but delay (F34).
 */
public final class Uplink implements Runnable {
  private static final long TURN_MS = 20;
  private static final long STATUS_NS = 250_000_000;
  private static final long RECONNECT_NS = 1_000_000_000;

  private final Topics topics;
  private final BrokerLink link;
  private final CommandDesk desk;
  private final StatusBoard board;
  private final Spool spool;
  private final SpoolUpload upload;
  private final Commands commands;
  private final StatusJson json;
  private final MonotonicClock clock;
  private final IdleTrim trim;
  private final Deque<byte[]> unsent = new ArrayDeque<>();
  private boolean connected;
  private long connectNs;
  private long statusNs;
  private long shown;
  private volatile boolean finishing;
  private volatile boolean stopped;

  /**
   * @param tls the node's certificate, null where the broker is spoken to without TLS
   */
  public Uplink(
      AgentConfig config,
      MutualTls tls,
      NodeSettings settings,
      Journal journal,
      Spool spool,
      CommandDesk desk,
      StatusBoard board,
      MonotonicClock clock,
      AliveHold alive)
      throws IOException {
    topics = new Topics(config.session(), config.node());
    String clientId = "node" + config.node() + "-" + spool.boot() + "-" + config.session();
    link = new PahoLink(config.mqtt(), tls, clientId, topics.command());
    this.desk = desk;
    this.board = board;
    this.spool = spool;
    this.clock = clock;
    long session = Long.parseUnsignedLong(config.session(), 16);
    upload = new SpoolUpload(spool, config.spool(), session, desk);
    commands = new Commands(settings, journal, config.session(), desk, this::resend, alive);
    json = new StatusJson(settings);
    connectNs = clock.nowNs();
    statusNs = connectNs;
    trim = new IdleTrim(connectNs);
  }

  private boolean resend(int boot, long fromSeq) {
    try {
      return upload.resend(boot, fromSeq);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        turn();
        if (finishing && (!connected || upload.complete())) {
          return;
        }
        Thread.sleep(TURN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      desk.fail(e);
    }
  }

  /**
   * Publishes what is left, for so long at most, and disconnects. To be called when the loop has
   * ended, by any thread.
   */
  public void finish(Thread running, long withinNs) throws InterruptedException {
    finishing = true; // the thread itself says when: it alone knows what is in flight
    running.join(Duration.ofNanos(withinNs));
    stopped = true;
    running.join(1_000);
    link.close();
  }

  private void turn() throws IOException {
    long nowNs = clock.nowNs();
    if (connected && !link.connected()) {
      connected = false;
      connectNs = nowNs;
    }
    if (!connected && nowNs >= connectNs) {
      connect();
    }
    for (var incoming = link.poll(); incoming != null; incoming = link.poll()) {
      commands.handle(incoming);
    }
    collectAnswers();
    if (connected) {
      publish(nowNs);
    }
    trim.turn(board.runState(), nowNs);
  }

  private void connect() {
    connected = link.connect();
    connectNs = clock.nowNs() + RECONNECT_NS;
    if (connected) {
      upload.reconnected();
      unsent.addFirst(json.hello(spool));
    }
  }

  private void collectAnswers() {
    for (var answered = desk.nextAnswer(); answered != null; answered = desk.nextAnswer()) {
      if (!answered.command().name().isEmpty()) {
        unsent.addLast(json.ack(answered));
      }
    }
  }

  private void publish(long nowNs) throws IOException {
    while (!unsent.isEmpty() && send(unsent.peekFirst())) {
      unsent.removeFirst();
    }
    long showing = showing();
    if (nowNs >= statusNs || showing != shown) {
      if (send(json.status(board, spool.nextSeq() - 1, upload.lastSeqs()))) {
        statusNs = nowNs + STATUS_NS;
        shown = showing;
      }
    }
    upload.pump(link, topics.trace());
  }

  /** Changes with what a change of which must be told at once. */
  private long showing() {
    long states = board.state().hashCode() * 31L + board.runState().hashCode();
    return (states * 31 + board.run().hashCode()) * 31 + board.heard();
  }

  private boolean send(byte[] message) {
    return link.publish(topics.status(), message, () -> {});
  }
}
