package org.deltabed.hardware.power;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.power.plug.ShellyPlug;
import org.deltabed.hardware.power.plug.ShellyRpcPlug;
import org.deltabed.hardware.power.plug.TasmotaPlug;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PowerSpec;

/**
 * The drivers that a testbed description names. A node with a sense pin has it around its driver,
 * whatever that is. Opening a driver switches nothing.
 */
public final class PowerSwitches implements AutoCloseable {

  private static final String RELAY_MS = "3000";
  private static final String PLUG_MS = "5000";
  private static final String COMMAND_MS = "10000";
  private static final String BOARD_MS = "2000";
  private static final String PERSON_MS = "300000";

  /** How long a supply may take to fall or rise once its switch is done. */
  private static final long SUPPLY_MS = 3_000;

  private final String file;
  private final PowerPorts ports;
  private final Map<String, UsbRelayBoard> boards = new HashMap<>();

  /**
   * Opens nothing yet.
   *
   * @param file the description's name, for errors
   */
  public PowerSwitches(String file, PowerPorts ports) {
    this.file = file;
    this.ports = ports;
  }

  /**
   * The switch of one node.
   *
   * @throws BadInput if the description asks for what there is not
   * @throws IOException if a device or the broker is not there
   */
  public PowerSwitch open(NodeSpec node) throws IOException {
    PowerSpec power = node.power();
    return switch (power.by()) {
      case "relay" -> {
        boolean activeLow = Boolean.parseBoolean(power.setting("activeLow", "false"));
        PowerSwitch relay =
            RelayPower.take("relay of " + node.name(), ports.relay(node), activeLow);
        yield sensed(node, relay, number(node, "confirmMs", RELAY_MS));
      }
      case "tasmota", "shelly" -> sensed(node, plug(node), SUPPLY_MS);
      case "command" -> sensed(node, command(node), SUPPLY_MS);
      case "usb-relay" -> sensed(node, channel(node), SUPPLY_MS);
      case "person" ->
          new PersonPower(
              node.name(), ports.person(), ports.life(node), number(node, "confirmMs", PERSON_MS));
      default -> throw bad(node, "power by " + power.by() + " is no switch", "name a driver");
    };
  }

  private PowerSwitch sensed(NodeSpec node, PowerSwitch inner, long confirmMs) {
    Optional<PowerSeen> seen = ports.supply(node);
    return seen.isEmpty()
        ? inner
        : new SensedPower("power of " + node.name(), inner, seen.get(), confirmMs);
  }

  private PowerSwitch plug(NodeSpec node) throws IOException {
    String topic = needed(node, "topic");
    long confirmMs = number(node, "confirmMs", PLUG_MS);
    if (node.power().by().equals("tasmota")) {
      return TasmotaPlug.open(ports.broker(), topic, 0, confirmMs);
    }
    return number(node, "generation", "1") == 1
        ? ShellyPlug.open(ports.broker(), topic, 0, confirmMs)
        : ShellyRpcPlug.open(ports.broker(), topic, 0, confirmMs);
  }

  private PowerSwitch command(NodeSpec node) {
    PowerSpec power = node.power();
    CommandPower.Words words =
        new CommandPower.Words(
            words(power.setting("onWords", "on 1 true")),
            words(power.setting("offWords", "off 0 false")));
    try {
      return new CommandPower(
          "command of " + node.name(),
          needed(node, "on"),
          needed(node, "off"),
          power.setting("state", ""),
          words,
          number(node, "confirmMs", COMMAND_MS));
    } catch (IllegalArgumentException e) {
      throw bad(
          node, e.getMessage(), "write program and arguments as in a shell, without its rest");
    }
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).trim().split("\\s+", -1)));
  }

  private synchronized PowerSwitch channel(NodeSpec node) throws IOException {
    String device = ports.device(needed(node, "device"));
    int channel = (int) number(node, "channel", "0");
    if (channel < 1 || channel > LcusFrames.CHANNELS_MAX) {
      throw bad(node, "channel " + channel + " of a relay board", "write 1 to 8");
    }
    UsbRelayBoard board = boards.get(device);
    if (board == null) {
      boolean answers = !node.power().setting("protocol", "lcus").equals("lcus-silent");
      board = UsbRelayBoard.open(device, answers, number(node, "confirmMs", BOARD_MS));
      boards.put(device, board);
    }
    return board.channel(channel);
  }

  private String needed(NodeSpec node, String key) {
    String value = node.power().setting(key, "");
    if (value.isEmpty()) {
      throw bad(node, "power by " + node.power().by() + " needs " + key, "add " + key);
    }
    return value;
  }

  private long number(NodeSpec node, String key, String otherwise) {
    String value = node.power().setting(key, otherwise);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw bad(node, key + " is no number: " + value, "write a whole number");
    }
  }

  private BadInput bad(NodeSpec node, String rule, String remedy) {
    return new BadInput(file, 0, "node " + node.id() + ": " + rule, remedy);
  }

  /** Closes the boards that several nodes share; each switch is closed by whoever opened it. */
  @Override
  public synchronized void close() {
    boards.values().forEach(UsbRelayBoard::close);
    boards.clear();
  }
}
