package org.deltabed.hardware.power.plug;

import java.util.List;
import java.util.Optional;
import org.deltabed.wiring.PowerSpec;

/**
 * What a broker must let pass so that one plug can be switched, as MQTT topic filters: for its
 * access rules (F38). A plug needs a user of its own: who may publish as the plug can confirm in
 * its place.
 *
 * @param labPublishes where the lab commands
 * @param labHears where the lab listens
 * @param plugPublishes where the plug tells
 * @param plugHears where the plug listens
 */
public record PlugAccess(
    List<String> labPublishes,
    List<String> labHears,
    List<String> plugPublishes,
    List<String> plugHears) {

  /** Copies the lists. */
  public PlugAccess {
    labPublishes = List.copyOf(labPublishes);
    labHears = List.copyOf(labHears);
    plugPublishes = List.copyOf(plugPublishes);
    plugHears = List.copyOf(plugHears);
  }

  /** For a node's power, if it is switched by a plug. */
  public static Optional<PlugAccess> of(PowerSpec power) {
    String topic = power.setting("topic", "");
    return switch (power.by()) {
      case "tasmota" -> Optional.of(tasmota(topic));
      case "shelly" ->
          Optional.of(
              power.setting("generation", "1").equals("1") ? shelly(topic) : shellyRpc(topic));
      default -> Optional.empty();
    };
  }

  private static PlugAccess tasmota(String topic) {
    List<String> commands = List.of("cmnd/" + topic + "/#");
    List<String> tells = List.of("stat/" + topic + "/#", "tele/" + topic + "/#");
    return new PlugAccess(commands, tells, tells, commands);
  }

  private static PlugAccess shelly(String id) {
    String base = "shellies/" + id;
    return new PlugAccess(
        List.of(base + "/command", base + "/relay/0/command"),
        List.of(base + "/online", base + "/relay/0"),
        List.of(base + "/#", "shellies/announce"),
        List.of(base + "/command", base + "/relay/0/command", "shellies/command"));
  }

  private static PlugAccess shellyRpc(String prefix) {
    return new PlugAccess(
        List.of(prefix + "/rpc"),
        List.of(prefix + "/online", prefix + "/status/#", "deltabed-lab/+/rpc"),
        List.of(prefix + "/#", "deltabed-lab/+/rpc"),
        List.of(prefix + "/rpc", prefix + "/command"));
  }
}
