package org.deltabed.hardware.virtual.plug;

import java.io.IOException;
import java.util.List;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A Shelly plug of the first generation, with one relay. */
public final class ShellyDevice extends SimulatedPlug {

  private final String base;

  private ShellyDevice(BrokerLogin login, String base, Mains mains) {
    super(
        login,
        new Presence(base + "/online", "true", "false"),
        List.of(base + "/relay/0/command", base + "/command"),
        mains);
    this.base = base;
  }

  /** Connects to the broker, its relay as it was. */
  public static ShellyDevice start(BrokerLogin login, String id, Mains mains) throws IOException {
    ShellyDevice device = new ShellyDevice(login, "shellies/" + id, mains);
    device.start();
    return device;
  }

  @Override
  void carryOut(String topic, String payload) throws MqttException {
    boolean known = true;
    if (topic.equals(base + "/command")) {
      known = payload.equals("update");
    } else {
      switch (payload) {
        case "on" -> switchTo(true);
        case "off" -> switchTo(false);
        case "toggle" -> switchTo(!claims());
        default -> known = false;
      }
    }
    if (known) {
      tell();
    }
  }

  @Override
  void connected() throws MqttException {
    tell();
  }

  private void tell() throws MqttException {
    publish(base + "/relay/0", claims() ? "on" : "off", false);
  }
}
