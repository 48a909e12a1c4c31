package org.deltabed.hardware.virtual.plug;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * The half of a simulated plug that all plugs have: a client of the broker with a last will, that
 * does one thing after the other on a thread of its own.
 */
public abstract class SimulatedPlug implements AutoCloseable {

  private static final long STEP_MS_MAX = 5_000;
  private static final AtomicInteger CLIENTS = new AtomicInteger();

  private record Command(String topic, String payload, long dueNs) {}

  /** Where the plug says that it is there, and how; the offline word is its last will. */
  record Presence(String topic, String online, String offline) {}

  private final BrokerLogin login;
  private final Presence presence;
  private final List<String> commandTopics;
  private final Mains mains;
  private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final Thread worker;
  private volatile Behaviour behaviour = Behaviour.HONEST;
  private volatile long slowMs;
  private volatile boolean claims;
  private MqttAsyncClient client;

  SimulatedPlug(BrokerLogin login, Presence presence, List<String> commandTopics, Mains mains) {
    this.login = login;
    this.presence = presence;
    this.commandTopics = List.copyOf(commandTopics);
    this.mains = mains;
    this.claims = mains.on();
    this.worker = Thread.ofPlatform().daemon().name("simulated-plug").unstarted(this::work);
  }

  /** Carries out one command, on the plug's thread. */
  abstract void carryOut(String topic, String payload) throws MqttException;

  /** What it publishes when it has connected, beside its presence. */
  abstract void connected() throws MqttException;

  /** Connects, tells that it is there, and waits for commands. */
  final void start() throws IOException {
    connect();
    worker.start();
  }

  /**
   * Behaves so from now on.
   *
   * @param lateMs for {@link Behaviour#SLOW}, how late it does what it is told to
   */
  public final synchronized void behave(Behaviour next, long lateMs) throws IOException {
    slowMs = lateMs;
    Behaviour before = behaviour;
    behaviour = next;
    if (next == Behaviour.VANISHED && before != Behaviour.VANISHED) {
      commands.clear();
      dropConnection();
    } else if (next != Behaviour.VANISHED && before == Behaviour.VANISHED) {
      claims = mains.on();
      connect();
    }
  }

  /** Somebody presses its button: it switches, and says so unasked. */
  public final void press() {
    commands.add(new Command("", "", System.nanoTime()));
  }

  private synchronized void connect() throws IOException {
    try {
      client =
          new MqttAsyncClient(
              login.url(),
              "plug-" + ProcessHandle.current().pid() + "-" + CLIENTS.incrementAndGet(),
              new MemoryPersistence());
      client.setCallback(new Callback());
      client.connect(options()).waitForCompletion(STEP_MS_MAX);
      for (String topic : commandTopics) {
        client.subscribe(topic, 1).waitForCompletion(STEP_MS_MAX);
      }
      publish(presence.topic(), presence.online(), true);
      connected();
    } catch (MqttException e) {
      throw new IOException("the simulated plug does not reach " + login + ": " + e, e);
    }
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    if (!login.user().isEmpty()) {
      options.setUserName(login.user());
      options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
    }
    if (login.tls() != null) {
      options.setSocketFactory(login.tls());
    }
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    MqttMessage will = new MqttMessage(presence.offline().getBytes(StandardCharsets.UTF_8));
    will.setRetained(true);
    will.setQos(1);
    options.setWill(presence.topic(), will);
    return options;
  }

  /** Without a goodbye, so that the broker publishes the last will. */
  @SuppressWarnings("EmptyCatch") // a connection that is dead already needs no ending
  private void dropConnection() {
    try {
      client.disconnectForcibly(0, 0, false);
    } catch (MqttException e) {
      // dead already
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      // dead already
    }
  }

  /** Not waited for: what a vanished plug would say is lost. */
  final synchronized void publish(String topic, String payload, boolean retained)
      throws MqttException {
    if (client.isConnected()) {
      client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
    }
  }

  /** What the plug says of itself, which of a liar is not so. */
  final boolean claims() {
    return claims;
  }

  final void switchTo(boolean on) {
    claims = on;
    if (behaviour != Behaviour.LIAR) {
      mains.set(on);
    }
  }

  private void work() {
    try {
      while (true) {
        Command command = commands.take();
        long leftNs = command.dueNs() - System.nanoTime();
        if (leftNs > 0) {
          TimeUnit.NANOSECONDS.sleep(leftNs);
        }
        if (behaviour == Behaviour.VANISHED) {
          continue;
        }
        if (command.topic().isEmpty()) {
          switchTo(!claims);
          connected(); // it tells its state as it does when it connects
        } else {
          carryOut(command.topic(), command.payload());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } catch (MqttException e) {
      System.err.println("simulated plug " + presence.topic() + " ends: " + e);
    }
  }

  /** Goes away; the mains stays as it is. */
  @Override
  public final synchronized void close() {
    worker.interrupt();
    if (behaviour != Behaviour.VANISHED) {
      behaviour = Behaviour.VANISHED;
      dropConnection();
    }
  }

  private final class Callback implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      long lateMs = behaviour == Behaviour.SLOW ? slowMs : 0;
      long dueNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(lateMs);
      commands.add(
          new Command(topic, new String(message.getPayload(), StandardCharsets.UTF_8), dueNs));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException error) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(int reason, MqttProperties properties) {}
  }
}
