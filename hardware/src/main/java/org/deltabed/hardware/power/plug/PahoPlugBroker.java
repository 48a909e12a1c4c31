package org.deltabed.hardware.power.plug;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 * The broker by Eclipse Paho. It connects again for as long as it is open; each connection is a new
 * client with nothing left over, so that no command is sent later than it was asked for. One
 * message is in flight at a time.
 */
public final class PahoPlugBroker implements PlugBroker {

  private static final int QOS_AT_LEAST_ONCE = 1;
  private static final int REFUSED = 0x80;
  private static final long STEP_MS_MAX = 5_000;

  /** What the broker could not hand over by then was not asked for any more. */
  private static final long COMMAND_S_MAX = 5;

  private static final long RECONNECT_MS = 250;
  private static final int KEEP_ALIVE_S = 5;

  private final BrokerLogin login;
  private final String clientId =
      "deltabed-power-" + Long.toHexString(new SecureRandom().nextLong());
  private final Map<String, Set<Listener>> listeners = new ConcurrentHashMap<>();
  private final Semaphore lost = new Semaphore(0);
  private final Object taking = new Object();
  private final Thread keeper;
  private volatile MqttAsyncClient client;
  private volatile boolean ready;
  private volatile boolean open = true;
  private volatile String lastError = "not connected yet";

  /** Starts to connect; {@link #awaitConnected} waits for it. */
  public PahoPlugBroker(BrokerLogin login) {
    this.login = login;
    keeper = Thread.ofPlatform().daemon().name("plug-broker").start(this::keepConnected);
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

  @Override
  public boolean connected() {
    MqttAsyncClient now = client;
    return ready && now != null && now.isConnected();
  }

  /** The last reason why there was no connection. */
  public String lastError() {
    return lastError;
  }

  @Override
  public synchronized void publish(String topic, String payload) throws IOException {
    MqttAsyncClient now = connection();
    try {
      await(now.publish(topic, command(payload)), "publishing on " + topic);
    } catch (MqttException e) {
      abandon(now); // or the command might go out later
      throw new IOException("publishing on " + topic + ": " + e, e);
    }
  }

  private static MqttMessage command(String payload) {
    MqttProperties properties = new MqttProperties();
    properties.setMessageExpiryInterval(COMMAND_S_MAX);
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return new MqttMessage(bytes, QOS_AT_LEAST_ONCE, false, properties);
  }

  @Override
  public synchronized void subscribe(String topic, Listener listener) throws IOException {
    MqttAsyncClient now = connection();
    listeners.computeIfAbsent(topic, key -> new CopyOnWriteArraySet<>()).add(listener);
    try {
      await(now.subscribe(topic, QOS_AT_LEAST_ONCE), "subscribing to " + topic);
    } catch (MqttException e) {
      throw new IOException("subscribing to " + topic + ": " + e, e);
    }
  }

  @Override
  public void unsubscribe(Listener listener) {
    // The broker may go on to send; nobody listens.
    listeners.values().forEach(some -> some.remove(listener));
  }

  private MqttAsyncClient connection() throws IOException {
    MqttAsyncClient now = client;
    if (!connected()) {
      throw new IOException("no connection to the broker " + login + ": " + lastError);
    }
    return now;
  }

  private static void await(IMqttToken token, String what) throws MqttException, IOException {
    token.waitForCompletion(STEP_MS_MAX);
    int[] reasons = token.getReasonCodes();
    if (reasons != null) {
      for (int reason : reasons) {
        if (reason >= REFUSED) {
          throw new IOException(
              "the broker refuses " + what + ", reason 0x" + Integer.toHexString(reason));
        }
      }
    }
  }

  private void keepConnected() {
    while (open) {
      try {
        connect();
        lost.acquire();
      } catch (MqttException | IOException e) {
        lastError = e.toString();
      } catch (InterruptedException e) {
        break; // closed
      }
      drop();
      if (open) {
        pause();
      }
    }
    drop();
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void connect() throws MqttException, IOException {
    lost.drainPermits();
    MqttAsyncClient next = new MqttAsyncClient(login.url(), clientId, new MemoryPersistence());
    client = next;
    next.setCallback(new Callback(next));
    await(next.connect(options()), "the connection");
    for (String topic : listeners.keySet()) {
      await(next.subscribe(topic, QOS_AT_LEAST_ONCE), "subscribing to " + topic);
    }
    ready = true;
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
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setConnectionTimeout(KEEP_ALIVE_S);
    options.setAutomaticReconnect(false);
    return options;
  }

  /** At once and without a goodbye; the keeper connects anew. */
  private void abandon(MqttAsyncClient stuck) {
    if (takeAway(stuck)) {
      lost.release();
      end(stuck, false);
    }
  }

  private void drop() {
    MqttAsyncClient old = client;
    if (takeAway(old)) {
      end(old, true);
    }
  }

  /** True for one caller only: Paho fails on a client that is ended twice. */
  private boolean takeAway(MqttAsyncClient old) {
    synchronized (taking) {
      if (old == null || !old.equals(client)) {
        return false;
      }
      ready = false;
      client = null;
      return true;
    }
  }

  private void end(MqttAsyncClient old, boolean goodbye) {
    try {
      old.disconnectForcibly(0, goodbye ? 200 : 0, goodbye);
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
  }

  private final class Callback implements MqttCallback {
    private final MqttAsyncClient mine;

    Callback(MqttAsyncClient mine) {
      this.mine = mine;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      long heardNs = System.nanoTime();
      String payload = new String(message.getPayload(), StandardCharsets.UTF_8);
      for (Listener listener : listeners.getOrDefault(topic, Set.of())) {
        listener.heard(topic, payload, message.isRetained(), heardNs);
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      lastError = String.valueOf(response.getException());
      if (mine.equals(client)) { // else it was taken away, and another may be in its place
        ready = false;
        lost.release();
      }
    }

    @Override
    public void mqttErrorOccurred(MqttException error) {
      lastError = error.toString();
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(int reason, MqttProperties properties) {}
  }
}
