package org.deltabed.hardware.virtual.plug;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A plug with Tasmota's firmware, one relay, and its default topics. */
public final class TasmotaDevice extends SimulatedPlug {

  private final String topic;

  private TasmotaDevice(BrokerLogin login, String topic, Mains mains) {
    super(
        login,
        new Presence("tele/" + topic + "/LWT", "Online", "Offline"),
        List.of("cmnd/" + topic + "/POWER"),
        mains);
    this.topic = topic;
  }

  /** Connects to the broker, as it is after a power cut of its own: its relay as it was. */
  public static TasmotaDevice start(BrokerLogin login, String topic, Mains mains)
      throws IOException {
    TasmotaDevice device = new TasmotaDevice(login, topic, mains);
    device.start();
    return device;
  }

  @Override
  void carryOut(String command, String payload) throws MqttException {
    switch (payload.toUpperCase(Locale.ROOT)) {
      case "ON", "1", "TRUE" -> switchTo(true);
      case "OFF", "0", "FALSE" -> switchTo(false);
      case "TOGGLE", "2" -> switchTo(!claims());
      default -> {
        // A question.
      }
    }
    tell();
  }

  @Override
  void connected() throws MqttException {
    tell();
  }

  private void tell() throws MqttException {
    String state = claims() ? "ON" : "OFF";
    publish("stat/" + topic + "/RESULT", "{\"POWER\":\"" + state + "\"}", false);
    publish("stat/" + topic + "/POWER", state, false);
  }
}
