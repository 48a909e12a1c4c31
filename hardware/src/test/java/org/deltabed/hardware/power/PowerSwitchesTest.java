package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.power.plug.PahoPlugBroker;
import org.deltabed.hardware.power.plug.PlugBroker;
import org.deltabed.hardware.testing.Mosquitto;
import org.deltabed.hardware.testing.SensedMains;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.deltabed.hardware.virtual.plug.ShellyDevice;
import org.deltabed.hardware.virtual.plug.ShellyRpcDevice;
import org.deltabed.hardware.virtual.plug.SimulatedRelay;
import org.deltabed.hardware.virtual.plug.TasmotaDevice;
import org.deltabed.hardware.virtual.plug.UsbRelayDevice;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.BoardSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PowerSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every driver that a description can name, against its device. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PowerSwitchesTest {

  private static final String LONG_MS = "20000";

  @TempDir Path folder;
  private VirtualPinBoard board;
  private Pi4jPins pins;
  private SensedMains mains;
  private Mosquitto mosquitto;
  private PahoPlugBroker broker;
  private boolean hasSense;
  private PowerSwitches switches;

  @BeforeEach
  void start() throws IOException {
    board = VirtualPinBoard.open(folder.resolve("pins"));
    board.define("node3.relay", false);
    mains = new SensedMains(board, "node3.sense");
    pins = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()));
    switches = new PowerSwitches("lab.yaml", new Ports());
  }

  @AfterEach
  void stop() {
    switches.close();
    if (broker != null) {
      broker.close();
      mosquitto.close();
    }
    pins.close();
    board.close();
  }

  private final class Ports implements PowerPorts {
    @Override
    public RelayLine relay(NodeSpec node) {
      return new BoardRelayLine(pins, "node3.relay");
    }

    @Override
    public Optional<PowerSeen> supply(NodeSpec node) {
      return hasSense ? Optional.of(life(node)) : Optional.empty();
    }

    @Override
    public PowerSeen life(NodeSpec node) {
      return new SupplySense(pins.input("node3.sense", 16, false));
    }

    @Override
    public PlugBroker broker() {
      return broker;
    }

    @Override
    public Asked person() {
      return text -> Thread.ofVirtual().start(() -> mains.set(text.startsWith("Plug")));
    }
  }

  private static NodeSpec node(String by, Map<String, String> settings) {
    return new NodeSpec(
        3, "node3", 2, "/dev/ttyAMA0", Map.of(), new PowerSpec(by, settings), BoardSpec.UNSAID);
  }

  private void broker() throws Exception {
    mosquitto = Mosquitto.start(folder, "topic readwrite #");
    broker = new PahoPlugBroker(mosquitto.login());
    assertTrue(broker.awaitConnected(20_000), broker.lastError());
  }

  private void switchesOffAndOn(String by, Map<String, String> settings) throws Exception {
    try (PowerSwitch power = switches.open(node(by, settings))) {
      assertEquals(0, board.edges("node3.sense"), "opening switches nothing");
      assertEquals(PowerState.OFF, power.off().state());
      assertTrue(mains.becomes(false));
      assertEquals(PowerState.ON, power.on().state());
      assertTrue(mains.becomes(true));
    }
    assertEquals(2, board.edges("node3.sense"), "closing switches nothing");
  }

  @Test
  void relay() throws Exception {
    hasSense = true;
    try (SimulatedRelay _ = new SimulatedRelay(board, "node3.relay", false, mains)) {
      switchesOffAndOn("relay", Map.of("confirmMs", LONG_MS));
    }
  }

  @Test
  void tasmota() throws Exception {
    broker();
    try (TasmotaDevice _ = TasmotaDevice.start(mosquitto.login(), "plug3", mains)) {
      switchesOffAndOn("tasmota", Map.of("topic", "plug3", "confirmMs", LONG_MS));
    }
  }

  @Test
  void shellyOfTheFirstGeneration() throws Exception {
    broker();
    try (ShellyDevice _ = ShellyDevice.start(mosquitto.login(), "shellyplug-s-A1", mains)) {
      switchesOffAndOn("shelly", Map.of("topic", "shellyplug-s-A1", "confirmMs", LONG_MS));
    }
  }

  @Test
  void shellyOfTheSecondGeneration() throws Exception {
    broker();
    hasSense = true;
    try (ShellyRpcDevice _ = ShellyRpcDevice.start(mosquitto.login(), "plus-A1", mains)) {
      switchesOffAndOn(
          "shelly", Map.of("topic", "plus-A1", "generation", "2", "confirmMs", LONG_MS));
    }
  }

  @Test
  void usbRelay() throws Exception {
    try (UsbRelayDevice device = UsbRelayDevice.start(List.of(mains), true)) {
      switchesOffAndOn(
          "usb-relay", Map.of("device", device.path(), "channel", "1", "confirmMs", LONG_MS));
      switches.close();
    }
  }

  @Test
  void command() throws Exception {
    Path outlet = folder.resolve("outlet");
    String set = "sh -c 'echo " + "%s > " + outlet + "'";
    NodeSpec node =
        node(
            "command",
            Map.of(
                "on",
                set.formatted("power"),
                "off",
                set.formatted("dark"),
                "state",
                "cat " + outlet,
                "onWords",
                "power",
                "offWords",
                "dark dead",
                "confirmMs",
                LONG_MS));
    try (PowerSwitch power = switches.open(node)) {
      assertEquals(PowerState.UNKNOWN, power.state());
      power.off();
      assertEquals(PowerState.OFF, power.state());
      power.on();
      assertEquals(PowerState.ON, power.state());
    }
  }

  @Test
  void person() throws Exception {
    switchesOffAndOn("person", Map.of("confirmMs", LONG_MS));
  }

  @Test
  void withoutASensePinTheDriverIsNotWrapped() throws Exception {
    try (PowerSwitch power = switches.open(node("relay", Map.of()))) {
      assertInstanceOf(RelayPower.class, power);
      assertFalse(power.off().confirmed());
    }
  }

  @Test
  void whatThereIsNotIsRefusedByNode() {
    for (NodeSpec bad :
        List.of(
            node("process", Map.of()),
            node("tasmota", Map.of()),
            node("usb-relay", Map.of("device", "/dev/null", "channel", "9")),
            node("command", Map.of("on", "x 'y", "off", "z")),
            node("person", Map.of("confirmMs", "soon")))) {
      BadInput refused = assertThrows(BadInput.class, () -> switches.open(bad), bad.toString());
      assertEquals("lab.yaml", refused.file());
      assertTrue(refused.rule().startsWith("node 3: "), refused.rule());
    }
    NodeSpec absent = node("usb-relay", Map.of("device", "/dev/ttyNONE", "channel", "1"));
    assertThrows(IOException.class, () -> switches.open(absent));
  }
}
