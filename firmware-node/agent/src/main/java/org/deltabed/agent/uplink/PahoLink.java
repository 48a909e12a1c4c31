package org.deltabed.agent.uplink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deltabed.agent.AgentConfig;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.MutualTls;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * The link by Eclipse Paho. Each connection is a new client with nothing left over: what was not
 * acknowledged is published again from the spool. At most {@link #IN_FLIGHT_MAX} messages are in
 * flight, since Paho throws at its own limit instead of waiting.
 */
final class PahoLink implements BrokerLink {
  private static final int IN_FLIGHT_MAX = 8;
  private static final int INCOMING_MAX = 64;
  private static final int KEEP_ALIVE_S = 5;
  private static final int CONNECT_S_MAX = 3;
  private static final long CONNECT_MS_MAX = 4_000;
  private static final long CLOSE_MS_MAX = 500;
  private static final int QOS = 1;

  private final AgentConfig.Mqtt broker;
  private final MutualTls tls;
  private final String clientId;
  private final String commandTopic;
  private final Queue<Incoming> incoming = new ConcurrentLinkedQueue<>();
  private MqttAsyncClient client;
  private volatile Semaphore room = new Semaphore(0);

  /** Whether the present connection has lost a message: it is then given up. */
  private AtomicBoolean failed = new AtomicBoolean();

  private String complaint = "";

  /**
   * @param tls null without TLS
   */
  PahoLink(AgentConfig.Mqtt broker, MutualTls tls, String clientId, String commandTopic) {
    this.broker = broker;
    this.tls = tls;
    this.clientId = clientId;
    this.commandTopic = commandTopic;
  }

  @Override
  public boolean connect() {
    close();
    try {
      client = new MqttAsyncClient(broker.url(), clientId, new MemoryPersistence());
      client.setCallback(new Callback(incoming));
      client.connect(options()).waitForCompletion(CONNECT_MS_MAX);
      client.subscribe(commandTopic, QOS).waitForCompletion(CONNECT_MS_MAX);
      room = new Semaphore(IN_FLIGHT_MAX);
      failed = new AtomicBoolean();
      complaint = "";
      return true;
    } catch (MqttException | IOException | CertificateRefused e) {
      complain(e);
      close();
      return false;
    }
  }

  /** Once for each reason, not once a second: nobody but the node's own log can tell. */
  private void complain(Exception failure) {
    String text = tls == null ? String.valueOf(failure.getMessage()) : tls.explain(failure);
    if (!text.equals(complaint)) {
      complaint = text;
      System.err.println("deltabed agent: no broker at " + broker.url() + ": " + text);
    }
  }

  private MqttConnectionOptions options() throws IOException, CertificateRefused {
    MqttConnectionOptions options = new MqttConnectionOptions();
    if (broker.passwordFile() != null) {
      options.setUserName(broker.user());
      String password = Files.readString(broker.passwordFile()).stripTrailing();
      options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    }
    if (tls != null) {
      tls.requireOwnValid();
      options.setSocketFactory(tls.socketFactory());
    }
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setConnectionTimeout(CONNECT_S_MAX);
    return options;
  }

  @Override
  public boolean connected() {
    return client != null && client.isConnected() && !failed.get();
  }

  @Override
  public int room() {
    return connected() ? room.availablePermits() : 0;
  }

  @Override
  public boolean publish(String topic, byte[] payload, Acknowledged then) {
    Semaphore permits = room;
    if (!connected() || !permits.tryAcquire()) {
      return false;
    }
    try {
      client.publish(topic, payload, QOS, false, null, new Published(permits, failed, then));
      return true;
    } catch (MqttException e) {
      permits.release();
      return false;
    }
  }

  @Override
  public Incoming poll() {
    return incoming.poll();
  }

  @Override
  public void close() {
    if (client == null) {
      return;
    }
    room = new Semaphore(0);
    try {
      if (client.isConnected()) {
        client.disconnect(CLOSE_MS_MAX).waitForCompletion(CLOSE_MS_MAX);
      }
    } catch (MqttException e) {
      disconnectForcibly();
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      disconnectForcibly();
    }
    client = null;
  }

  @SuppressWarnings("EmptyCatch") // there is nothing left to be done about a dead connection
  private void disconnectForcibly() {
    try {
      client.disconnectForcibly(0, 0, false);
    } catch (MqttException e) {
      // its sockets go with the process
    }
  }

  private record Published(Semaphore permits, AtomicBoolean failed, Acknowledged then)
      implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      permits.release();
      then.acknowledged();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      failed.set(true); // what was in flight is published again on the next connection
      permits.release();
    }
  }

  /** Only puts messages aside: a blocking call here would stop Paho. */
  private record Callback(Queue<Incoming> incoming) implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      if (incoming.size() < INCOMING_MAX) {
        String text = new String(message.getPayload(), StandardCharsets.UTF_8);
        incoming.add(new Incoming(text, message.isRetained()));
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
