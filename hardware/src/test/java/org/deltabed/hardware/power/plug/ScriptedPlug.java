package org.deltabed.hardware.power.plug;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A plug with Tasmota's topics that answers as the test says, in the test's order. */
final class ScriptedPlug {

  private final PlugBroker broker;
  private final String topic;
  private final Deque<String[]> answers = new ArrayDeque<>();

  ScriptedPlug(PlugBroker broker, String topic) throws IOException {
    this.broker = broker;
    this.topic = topic;
    broker.subscribe("cmnd/" + topic + "/POWER", this::heard);
  }

  /** Answers the next message by these, if any; what has no answer here has none at all. */
  synchronized void answer(String... echoes) {
    answers.add(echoes);
  }

  private synchronized void heard(String on, String payload, boolean retained, long heardNs) {
    String[] echoes = answers.poll();
    if (echoes != null) {
      later(broker, "stat/" + topic + "/POWER", echoes);
    }
  }

  /** Not on the client's own thread, which must not wait for itself. */
  static void later(PlugBroker broker, String topic, String... payloads) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                for (String payload : payloads) {
                  broker.publish(topic, payload);
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** A bare client, whose end is the caller's. */
  static MqttAsyncClient connect(BrokerLogin login, String name) throws MqttException {
    MqttAsyncClient client = new MqttAsyncClient(login.url(), name, new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(login.user());
    options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
    client.connect(options).waitForCompletion(5_000);
    return client;
  }

  /** Leaves a retained message behind. */
  static void retain(BrokerLogin login, String topic, String payload) throws MqttException {
    MqttAsyncClient client = connect(login, "retaining-" + topic.hashCode());
    client
        .publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, true)
        .waitForCompletion(5_000);
    client.disconnect().waitForCompletion(5_000);
    client.close();
  }
}
