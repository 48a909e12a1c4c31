package org.deltabed.lab.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;

/** F38: a node that publishes as another and an anonymous client are refused, by a real broker. */
class F38_AccessRulesTest {

  private static final String SESSION = "00112233aabbccdd";
  private final AccessRules rules = new AccessRules(SESSION);

  @Test
  void aNodePublishesItsOwnAndReadsItsCommands() {
    assertTrue(rules.mayPublish("node3", "deltabed/" + SESSION + "/node/3/trace"));
    assertTrue(rules.maySubscribe("node3", "deltabed/" + SESSION + "/node/3/cmd"));
    assertFalse(rules.mayPublish("node3", "deltabed/" + SESSION + "/node/4/trace"));
    assertFalse(rules.mayPublish("node3", "deltabed/" + SESSION + "/node/3/cmd"));
    assertFalse(rules.maySubscribe("node3", "deltabed/" + SESSION + "/node/+/cmd"));
    assertFalse(rules.maySubscribe("node3", "#"));
    assertFalse(rules.mayPublish("stranger", "deltabed/" + SESSION + "/node/3/trace"));
    assertFalse(rules.mayPublish("lab", "deltabed/otherSession/node/3/cmd"));
  }

  @Test
  void theBrokerKeepsTheRules() throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(rules, Map.of("lab", "l", "node3", "three", "node4", "four"))) {
      assertTrue(broker.url().startsWith("tcp://127.0.0.1:"), broker.url());
      assertThrows(MqttException.class, () -> connect(broker, null, null));
      assertThrows(MqttException.class, () -> connect(broker, "node3", "wrong"));
      BlockingQueue<String> seen = new LinkedBlockingQueue<>();
      MqttClient lab = connect(broker, "lab", "l");
      MqttClient node3 = connect(broker, "node3", "three");
      lab.setCallback(new Topics(seen));
      lab.subscribe("deltabed/" + SESSION + "/node/+/status", 1);
      publishQuietly(node3, "deltabed/" + SESSION + "/node/4/status");
      MqttClient again = node3.isConnected() ? node3 : connect(broker, "node3", "three");
      again.publish("deltabed/" + SESSION + "/node/3/status", message());
      String first = seen.poll(10, TimeUnit.SECONDS);
      assertTrue(first != null && first.endsWith("/node/3/status"), "first: " + first);
      lab.disconnectForcibly(0, 500, false);
      again.disconnectForcibly(0, 500, false);
    }
  }

  /** A broker may answer, drop, or cut the connection; what counts is that nobody else gets it. */
  private static void publishQuietly(MqttClient client, String topic) {
    try {
      client.publish(topic, message());
    } catch (MqttException e) {
      assertTrue(e.getReasonCode() != 0, e.toString());
    }
  }

  private static MqttMessage message() {
    MqttMessage message = new MqttMessage("{}".getBytes(StandardCharsets.UTF_8));
    message.setQos(1);
    return message;
  }

  private static MqttClient connect(EmbeddedBroker broker, String user, String password)
      throws MqttException {
    MqttClient client =
        new MqttClient(broker.url(), "c" + System.nanoTime(), new MemoryPersistence());
    client.setTimeToWait(3_000);
    MqttConnectionOptions options = new MqttConnectionOptions();
    if (user != null) {
      options.setUserName(user);
      options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    }
    client.connect(options);
    return client;
  }

  /** Remembers the topics of what arrives. */
  private record Topics(BlockingQueue<String> seen)
      implements org.eclipse.paho.mqttv5.client.MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      seen.add(topic);
    }

    @Override
    public void disconnected(org.eclipse.paho.mqttv5.client.MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException error) {}

    @Override
    public void deliveryComplete(org.eclipse.paho.mqttv5.client.IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(
        int reason, org.eclipse.paho.mqttv5.common.packet.MqttProperties properties) {}
  }
}
