package org.deltabed.hardware.power.plug;

import java.io.IOException;
import org.deltabed.hardware.PowerSwitch;

/**
 * A Shelly plug of the first generation, such as {@code shellyplug-s-A1B2C3}.
 *
 * <p>It is commanded by {@code shellies/ID/relay/N/command} with {@code on} or {@code off}, and
 * tells its state on {@code shellies/ID/relay/N}: after each change, every 30 s, and when {@code
 * shellies/ID/command} says {@code update}. {@code shellies/ID/online} says {@code true} or, as its
 * last will, {@code false}. Source: Shelly API reference, Gen1, MQTT support.
 */
public final class ShellyPlug {

  private ShellyPlug() {}

  /**
   * Listens to the plug; nothing is switched.
   *
   * @param id the plug's id, with its model
   * @param relay which relay, counted from 0
   * @param confirmMs how long the plug may take to answer
   */
  public static PowerSwitch open(PlugBroker broker, String id, int relay, long confirmMs)
      throws IOException {
    String state = "shellies/" + id + "/relay/" + relay;
    PlugTopics topics =
        new PlugTopics(
            state + "/command",
            "on",
            "off",
            "shellies/" + id + "/command",
            "update",
            state,
            "on",
            "off",
            "shellies/" + id + "/online",
            "true");
    return EchoingPlug.open(broker, "Shelly plug " + id, topics, confirmMs);
  }
}
