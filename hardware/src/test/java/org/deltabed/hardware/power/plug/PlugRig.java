package org.deltabed.hardware.power.plug;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.power.SupplySense;
import org.deltabed.hardware.testing.Mosquitto;
import org.deltabed.hardware.testing.SensedMains;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.deltabed.hardware.virtual.plug.ShellyDevice;
import org.deltabed.hardware.virtual.plug.ShellyRpcDevice;
import org.deltabed.hardware.virtual.plug.SimulatedPlug;
import org.deltabed.hardware.virtual.plug.TasmotaDevice;

/**
 * A broker, a simulated plug on it, the supply that it switches with its sense pin, and the lab.
 */
final class PlugRig implements AutoCloseable {

  static final String ID = "plug3";

  /** The plugs there are. */
  enum Make {
    TASMOTA,
    SHELLY,
    SHELLY_RPC
  }

  final Mosquitto mosquitto;
  final VirtualPinBoard board;
  final SensedMains mains;
  final Pi4jPins pins;
  final SupplySense sense;
  final PahoPlugBroker broker;
  final SimulatedPlug device;
  final Make make;

  private PlugRig(Path folder, Make make) throws Exception {
    this.make = make;
    mosquitto = Mosquitto.start(folder, "topic readwrite #");
    board = VirtualPinBoard.open(folder.resolve("pins"));
    mains = new SensedMains(board, "node3.sense");
    pins = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()));
    sense = new SupplySense(pins.input("node3.sense", 16, false));
    device = device();
    broker = new PahoPlugBroker(mosquitto.login());
    assertTrue(broker.awaitConnected(20_000), broker.lastError());
  }

  static PlugRig start(Path folder, Make make) throws Exception {
    return new PlugRig(folder, make);
  }

  private SimulatedPlug device() throws IOException {
    return switch (make) {
      case TASMOTA -> TasmotaDevice.start(mosquitto.login(), ID, mains);
      case SHELLY -> ShellyDevice.start(mosquitto.login(), ID, mains);
      case SHELLY_RPC -> ShellyRpcDevice.start(mosquitto.login(), ID, mains);
    };
  }

  /** The driver under test. */
  PowerSwitch plug(long confirmMs) throws IOException {
    return switch (make) {
      case TASMOTA -> TasmotaPlug.open(broker, ID, 0, confirmMs);
      case SHELLY -> ShellyPlug.open(broker, ID, 0, confirmMs);
      case SHELLY_RPC -> ShellyRpcPlug.open(broker, ID, 0, confirmMs);
    };
  }

  @Override
  public void close() {
    device.close();
    broker.close();
    pins.close();
    board.close();
    mosquitto.close();
  }
}
