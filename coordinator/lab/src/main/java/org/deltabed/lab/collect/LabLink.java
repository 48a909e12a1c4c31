package org.deltabed.lab.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.ConnectFailure;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
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
 * The lab's end of MQTT: commands to nodes, and what nodes publish. It connects again for as long
 * as it is open; what was published meanwhile is asked for again by sequence number, so nothing
 * here needs to be durable.
 */
public final class LabLink implements AutoCloseable {

  /** Takes what nodes publish, on the MQTT client's thread; must return soon. */
  public interface Listener {
    /** {@code leaf} is {@code status} or {@code trace}. */
    void published(int node, String leaf, byte[] payload);
  }

  private static final int QOS_AT_LEAST_ONCE = 1;
  private static final long STEP_TIMEOUT_MS = 5_000;
  private static final long RECONNECT_MS = 250;

  private final AccessRules rules;
  private final BrokerAccess broker;
  private final Listener listener;
  private final Semaphore lost = new Semaphore(0);
  private final AtomicInteger connections = new AtomicInteger();
  private final Thread keeper;
  private volatile MqttAsyncClient client;
  private volatile boolean open = true;
  private volatile String lastError = "";

  /** Loaded by the first connection; null without TLS. */
  private volatile MutualTls tls;

  /** Starts to connect; {@link #awaitConnected} waits for it. */
  public LabLink(AccessRules rules, BrokerAccess broker, Listener listener) {
    this.rules = rules;
    this.broker = broker;
    this.listener = listener;
    keeper = Thread.ofPlatform().daemon().name("lab-link").start(this::keepConnected);
  }

  /** Whether the broker is there right now. */
  public boolean connected() {
    MqttAsyncClient now = client;
    return now != null && now.isConnected();
  }

  /** How often a connection was made. */
  public int connections() {
    return connections.get();
  }

  /** The last reason why there was no connection. */
  public String lastError() {
    return lastError;
  }

  /** Waits for a connection; false when the time has passed. */
  public boolean awaitConnected(long timeoutMs) throws InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    while (!connected()) {
      if (System.nanoTime() > endNs) {
        return false;
      }
      Thread.sleep(10);
    }
    return true;
  }

  /**
   * Publishes a command; never retained.
   *
   * @return false when there is no connection, or it broke; whether the node has it, its
   *     acknowledgement says
   */
  public boolean command(int node, String json) {
    MqttAsyncClient now = client;
    if (now == null || !now.isConnected()) {
      return false;
    }
    try {
      now.publish(
          rules.command(node), json.getBytes(StandardCharsets.UTF_8), QOS_AT_LEAST_ONCE, false);
      return true;
    } catch (MqttException e) {
      lastError = e.toString();
      return false;
    }
  }

  private void keepConnected() {
    while (open) {
      try {
        connect();
        lost.acquire();
      } catch (MqttException | IOException | CertificateRefused e) {
        lastError = words(e);
      } catch (InterruptedException e) {
        return; // closed
      }
      dropClient();
      if (open) {
        pause();
      }
    }
  }

  private String words(Exception failure) {
    if (failure == null) {
      return "the connection was closed";
    }
    return tls == null ? ConnectFailure.words(failure) : tls.explain(failure);
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect() throws MqttException, IOException, CertificateRefused {
    lost.drainPermits();
    MqttAsyncClient next =
        new MqttAsyncClient(
            broker.url(), "lab-" + rules.session() + "-" + connections, new MemoryPersistence());
    client = next;
    next.setCallback(new Callback());
    MqttConnectionOptions options = new MqttConnectionOptions();
    identify(options);
    options.setCleanStart(true);
    options.setKeepAliveInterval(5);
    options.setConnectionTimeout(5);
    options.setAutomaticReconnect(false);
    await(next.connect(options));
    await(next.subscribe("deltabed/" + rules.session() + "/node/+/status", QOS_AT_LEAST_ONCE));
    await(next.subscribe("deltabed/" + rules.session() + "/node/+/trace", QOS_AT_LEAST_ONCE));
    connections.incrementAndGet();
  }

  private void identify(MqttConnectionOptions options) throws IOException, CertificateRefused {
    if (broker.tls() == null) {
      options.setUserName(broker.lab().user());
      options.setPassword(broker.lab().password().getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (tls == null) {
      tls = MutualTls.load(broker.tls());
    }
    tls.requireOwnValid();
    options.setSocketFactory(tls.socketFactory());
  }

  private static void await(IMqttToken token) throws MqttException {
    token.waitForCompletion(STEP_TIMEOUT_MS);
  }

  private void dropClient() {
    MqttAsyncClient old = client;
    client = null;
    if (old == null) {
      return;
    }
    try {
      old.disconnectForcibly(0, 200, true);
    } catch (MqttException e) {
      lastError = e.toString();
    }
    try {
      old.close(true);
    } catch (MqttException e) {
      lastError = e.toString();
    }
  }

  @Override
  public void close() {
    open = false;
    keeper.interrupt();
    try {
      keeper.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    dropClient();
  }

  private final class Callback implements MqttCallback {
    @Override
    public void disconnected(MqttDisconnectResponse response) {
      lastError = words(response.getException());
      lost.release();
    }

    @Override
    public void mqttErrorOccurred(MqttException error) {
      lastError = error.toString();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      String[] levels = topic.split("/", -1);
      if (levels.length == 5 && levels[3].matches("[1-9][0-9]?")) {
        listener.published(Integer.parseInt(levels[3]), levels[4], message.getPayload());
      }
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(int reason, MqttProperties properties) {}
  }
}
