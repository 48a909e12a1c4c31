package org.deltabed.hardware.power.plug;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.power.OwedAnswers;

/**
 * A plug that echoes its state. An echo does not say which command it is for, so before each change
 * the plug is asked for its state until it owes no answer: a late echo of an earlier command cannot
 * confirm this one. Retained messages tell of the past and confirm nothing.
 *
 * <p>The echo is the plug's word. Whether the node's supply followed, only a sense pin can tell:
 * {@link org.deltabed.hardware.power.SensedPower}.
 */
final class EchoingPlug implements PowerSwitch {

  /** A plug that talks without being asked is not kept in mind for longer than this. */
  private static final int HEARD_MAX = 1_000;

  private record Heard(String topic, String payload, boolean retained, long heardNs) {}

  private final PlugBroker broker;
  private final String name;
  private final PlugTopics topics;
  private final long confirmNs;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(HEARD_MAX);
  private final PlugBroker.Listener listener = this::heard;
  private final OwedAnswers owed = new OwedAnswers();
  private PowerState said = PowerState.UNKNOWN;
  private long saidNs;
  private String presence = "";

  private EchoingPlug(PlugBroker broker, String name, PlugTopics topics, long confirmMs) {
    this.broker = broker;
    this.name = name;
    this.topics = topics;
    this.confirmNs = TimeUnit.MILLISECONDS.toNanos(confirmMs);
  }

  static EchoingPlug open(PlugBroker broker, String name, PlugTopics topics, long confirmMs)
      throws IOException {
    EchoingPlug plug = new EchoingPlug(broker, name, topics, confirmMs);
    broker.subscribe(topics.echo(), plug.listener);
    broker.subscribe(topics.presence(), plug.listener);
    return plug;
  }

  private void heard(String topic, String payload, boolean retained, long heardNs) {
    Heard message = new Heard(topic, payload, retained, heardNs);
    while (!heard.offer(message)) {
      heard.poll();
    }
  }

  @Override
  public PowerChange on() throws PowerNotConfirmed {
    return change(PowerState.ON);
  }

  @Override
  public PowerChange off() throws PowerNotConfirmed {
    return change(PowerState.OFF);
  }

  private synchronized PowerChange change(PowerState wanted) throws PowerNotConfirmed {
    long askedNs = System.nanoTime();
    try {
      if (!settle()) {
        throw notConfirmed(wanted, "it was not switched, since " + silence(), askedNs, null);
      }
      if (said == wanted) {
        String by = "echo on " + topics.echo() + "; it was so before it was asked";
        return new PowerChange(wanted, askedNs, saidNs, by);
      }
      askedNs = System.nanoTime();
      ask(topics.command(), wanted == PowerState.ON ? topics.on() : topics.off());
      long untilNs = askedNs + confirmNs;
      while (next(untilNs)) {
        if (said == wanted) {
          return new PowerChange(wanted, askedNs, saidNs, "echo on " + topics.echo());
        }
      }
      throw notConfirmed(wanted, silence(), askedNs, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notConfirmed(wanted, "the wait was interrupted", askedNs, e);
    } catch (PowerNotConfirmed e) {
      throw e;
    } catch (IOException e) {
      throw notConfirmed(wanted, e.getMessage(), askedNs, e);
    }
  }

  private PowerNotConfirmed notConfirmed(
      PowerState wanted, String came, long askedNs, Throwable cause) {
    return new PowerNotConfirmed(name, wanted, came, System.nanoTime() - askedNs, cause);
  }

  /** What is known of a plug that does not say what it should. */
  private String silence() {
    String state = said == PowerState.UNKNOWN ? "it said nothing" : "it says " + said.word();
    return state
        + (owed.count() == 0 ? "" : "; answers that it owes: " + owed.count())
        + (presence.isEmpty() ? "" : "; " + topics.presence() + " says " + presence);
  }

  /** Asks for the state; true when it has been told and no other answer can come. */
  private boolean settle() throws IOException, InterruptedException {
    long untilNs = System.nanoTime() + confirmNs;
    while (!heard.isEmpty()) {
      next(untilNs);
    }
    said = PowerState.UNKNOWN;
    ask(topics.query(), topics.ask());
    boolean again = false;
    while (said == PowerState.UNKNOWN || owed.count() > 0) {
      if (!next(untilNs)) {
        return false;
      }
      if (owed.count() == 0 && said == PowerState.UNKNOWN && !again) {
        again = true; // it has connected anew, perhaps without having heard the question
        ask(topics.query(), topics.ask());
      }
    }
    return true;
  }

  private void ask(String topic, String payload) throws IOException {
    if (broker.connected()) {
      owed.asked(); // before: the echo may be here before the broker's acknowledgement
    }
    broker.publish(topic, payload);
  }

  /** Takes the next message; false if none came in time. */
  private boolean next(long untilNs) throws InterruptedException {
    Heard message = heard.poll(Math.max(0, untilNs - System.nanoTime()), TimeUnit.NANOSECONDS);
    if (message == null) {
      return false;
    }
    if (message.topic().equals(topics.presence())) {
      presence = message.payload() + (message.retained() ? " (retained)" : "");
      if (!message.retained() && message.payload().equals(topics.online())) {
        owed.forget();
      }
    } else if (!message.retained()) {
      answered(message);
    }
    return true;
  }

  private void answered(Heard message) {
    boolean on = message.payload().equals(topics.saysOn());
    if (on || message.payload().equals(topics.saysOff())) {
      owed.answered();
      said = PowerState.of(on);
      saidNs = message.heardNs();
    }
  }

  @Override
  public synchronized PowerState state() {
    try {
      return settle() ? said : PowerState.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PowerState.UNKNOWN;
    } catch (IOException e) {
      return PowerState.UNKNOWN;
    }
  }

  @Override
  public void close() {
    broker.unsubscribe(listener);
  }
}
