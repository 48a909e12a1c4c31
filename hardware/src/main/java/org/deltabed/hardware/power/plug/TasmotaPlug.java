package org.deltabed.hardware.power.plug;

import java.io.IOException;
import org.deltabed.hardware.PowerSwitch;

/**
 * A plug with Tasmota's firmware and its default {@code FullTopic}, {@code %prefix%/%topic%/}.
 *
 * <p>It is commanded by {@code cmnd/TOPIC/POWER} with {@code ON} or {@code OFF}, and asked by the
 * same topic without a payload; it answers both on {@code stat/TOPIC/POWER} (and as JSON on {@code
 * stat/TOPIC/RESULT}, which says the same). {@code tele/TOPIC/LWT} is retained and says {@code
 * Online} or, as its last will, {@code Offline}. Source: Tasmota documentation, MQTT and Commands.
 */
public final class TasmotaPlug {

  private TasmotaPlug() {}

  /**
   * Listens to the plug; nothing is switched.
   *
   * @param topic the plug's {@code Topic}
   * @param relay 0 for a plug with one relay; else which, as {@code POWER1}, {@code POWER2}
   * @param confirmMs how long the plug may take to answer
   */
  public static PowerSwitch open(PlugBroker broker, String topic, int relay, long confirmMs)
      throws IOException {
    String power = "/POWER" + (relay == 0 ? "" : relay);
    PlugTopics topics =
        new PlugTopics(
            "cmnd/" + topic + power,
            "ON",
            "OFF",
            "cmnd/" + topic + power,
            "",
            "stat/" + topic + power,
            "ON",
            "OFF",
            "tele/" + topic + "/LWT",
            "Online");
    return EchoingPlug.open(broker, "Tasmota plug " + topic, topics, confirmMs);
  }
}
