package org.deltabed.lab.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.plug.Mains;
import org.deltabed.hardware.virtual.plug.ShellyDevice;
import org.deltabed.hardware.virtual.plug.ShellyRpcDevice;
import org.deltabed.hardware.virtual.plug.SimulatedRelay;
import org.deltabed.hardware.virtual.plug.TasmotaDevice;
import org.deltabed.hardware.virtual.plug.UsbRelayDevice;
import org.deltabed.wiring.Miswiring;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PowerSpec;
import org.deltabed.wiring.Testbed;

/**
 * The devices in the supplies of virtual nodes, by what the description says of their power: the
 * coordinator's drivers speak to them as to real ones. Each is made when its node has power.
 */
final class SimulatedSupplies implements AutoCloseable {

  private static final int CHANNELS = 8;

  private final List<AutoCloseable> devices = new ArrayList<>();
  private final Map<String, String> boards = new TreeMap<>();

  /** Puts the devices in; each plug has a login of its own, by the node that it switches. */
  SimulatedSupplies(
      Testbed testbed,
      List<VirtualNode> nodes,
      VirtualPinBoard pins,
      Map<Integer, BrokerLogin> logins)
      throws IOException {
    Map<String, List<Mains>> channels = new TreeMap<>();
    for (VirtualNode node : nodes) {
      NodeSpec spec = testbed.nodeById(node.id());
      PowerSpec power = spec.power();
      Mains mains = mains(node);
      BrokerLogin broker = logins.get(node.id());
      switch (power.by()) {
        case "relay" -> {
          if (testbed.virtual().miswired().contains(new Miswiring.Dead(spec.id(), "relay"))) {
            break; // nobody hears what the line says
          }
          boolean activeLow = Boolean.parseBoolean(power.setting("activeLow", "false"));
          String line = spec.coordinatorPins().get("relay");
          devices.add(new SimulatedRelay(pins, line, activeLow, mains));
        }
        case "tasmota" ->
            devices.add(TasmotaDevice.start(broker, power.setting("topic", ""), mains));
        case "shelly" -> devices.add(shelly(power, broker, mains));
        case "usb-relay" ->
            channels
                .computeIfAbsent(power.setting("device", ""), device -> free())
                .set(Integer.parseInt(power.setting("channel", "1")) - 1, mains);
        default -> {} // a hand, or a command that is one
      }
    }
    for (Map.Entry<String, List<Mains>> board : channels.entrySet()) {
      UsbRelayDevice device = UsbRelayDevice.start(board.getValue(), true);
      devices.add(device);
      boards.put(board.getKey(), device.path());
    }
  }

  private static AutoCloseable shelly(PowerSpec power, BrokerLogin broker, Mains mains)
      throws IOException {
    String id = power.setting("topic", "");
    return power.setting("generation", "1").equals("1")
        ? ShellyDevice.start(broker, id, mains)
        : ShellyRpcDevice.start(broker, id, mains);
  }

  /** The terminals of USB relay boards, by the devices that the description names. */
  Map<String, String> boards() {
    return boards;
  }

  private static List<Mains> free() {
    List<Mains> channels = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      channels.add(new Unused());
    }
    return channels;
  }

  private static Mains mains(VirtualNode node) {
    return new Mains() {
      @Override
      public void set(boolean on) {
        try {
          node.supply(on);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean on() {
        return node.isSupplied();
      }
    };
  }

  /** A channel at which nothing is connected. */
  private static final class Unused implements Mains {
    private boolean on;

    @Override
    public void set(boolean state) {
      on = state;
    }

    @Override
    public boolean on() {
      return on;
    }
  }

  @Override
  public void close() {
    for (AutoCloseable device : devices) {
      try {
        device.close();
      } catch (Exception e) {
        System.err.println("a simulated device: " + e);
      }
    }
  }
}
