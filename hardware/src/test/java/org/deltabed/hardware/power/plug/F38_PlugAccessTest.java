package org.deltabed.hardware.power.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.testing.Mosquitto;
import org.deltabed.hardware.virtual.plug.Behaviour;
import org.deltabed.hardware.virtual.plug.Mains;
import org.deltabed.hardware.virtual.plug.ShellyDevice;
import org.deltabed.hardware.virtual.plug.ShellyRpcDevice;
import org.deltabed.hardware.virtual.plug.SimulatedPlug;
import org.deltabed.hardware.virtual.plug.TasmotaDevice;
import org.deltabed.wiring.PowerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F38: a plug's rights are enough for it, and another client cannot confirm in its place. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F38_PlugAccessTest {

  @TempDir Path folder;
  private volatile boolean powered = true;
  private final Mains mains =
      new Mains() {
        @Override
        public void set(boolean on) {
          powered = on;
        }

        @Override
        public boolean on() {
          return powered;
        }
      };

  private static PowerSpec power(PlugRig.Make make, String topic) {
    return switch (make) {
      case TASMOTA -> new PowerSpec("tasmota", Map.of("topic", topic));
      case SHELLY -> new PowerSpec("shelly", Map.of("topic", topic));
      case SHELLY_RPC -> new PowerSpec("shelly", Map.of("topic", topic, "generation", "2"));
    };
  }

  private static PlugAccess access(PlugRig.Make make, String topic) {
    return PlugAccess.of(power(make, topic)).orElseThrow();
  }

  private static String rules(List<String> publishes, List<String> hears) {
    StringBuilder rules = new StringBuilder();
    publishes.forEach(filter -> rules.append("topic write ").append(filter).append('\n'));
    hears.forEach(filter -> rules.append("topic read ").append(filter).append('\n'));
    return rules.toString();
  }

  private static String plugRules(PlugAccess access) {
    return rules(access.plugPublishes(), access.plugHears());
  }

  private Mosquitto broker(PlugRig.Make make) throws Exception {
    PlugAccess plug = access(make, "plug3");
    return Mosquitto.start(
        folder,
        Map.of(
            "lab",
            rules(plug.labPublishes(), plug.labHears()),
            "plug3",
            plugRules(plug),
            "plug4",
            plugRules(access(make, "plug4"))));
  }

  private SimulatedPlug device(PlugRig.Make make, BrokerLogin login) throws IOException {
    return switch (make) {
      case TASMOTA -> TasmotaDevice.start(login, "plug3", mains);
      case SHELLY -> ShellyDevice.start(login, "plug3", mains);
      case SHELLY_RPC -> ShellyRpcDevice.start(login, "plug3", mains);
    };
  }

  private static PowerSwitch plug(PlugRig.Make make, PlugBroker broker, long confirmMs)
      throws IOException {
    return switch (make) {
      case TASMOTA -> TasmotaPlug.open(broker, "plug3", 0, confirmMs);
      case SHELLY -> ShellyPlug.open(broker, "plug3", 0, confirmMs);
      case SHELLY_RPC -> ShellyRpcPlug.open(broker, "plug3", 0, confirmMs);
    };
  }

  @ParameterizedTest
  @EnumSource
  void theRightsAreEnough(PlugRig.Make make) throws Exception {
    try (Mosquitto mosquitto = broker(make);
        SimulatedPlug device = device(make, mosquitto.login("plug3"));
        PahoPlugBroker broker = new PahoPlugBroker(mosquitto.login("lab"))) {
      assertTrue(broker.awaitConnected(20_000), broker.lastError());
      try (PowerSwitch plug = plug(make, broker, 20_000)) {
        assertEquals(PowerState.OFF, plug.off().state());
        assertFalse(powered);
        assertEquals(PowerState.ON, plug.on().state());
      }
      try (PowerSwitch plug = plug(make, broker, 700)) {
        device.behave(Behaviour.VANISHED, 0);
        PowerNotConfirmed gone = assertThrows(PowerNotConfirmed.class, plug::off);
        assertTrue(gone.came().contains("says Offline") || gone.came().contains("says false"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherPlugsUserCannotSpeakForIt(PlugRig.Make make) throws Exception {
    try (Mosquitto mosquitto = broker(make);
        PahoPlugBroker impostor = new PahoPlugBroker(mosquitto.login("plug4"))) {
      assertTrue(impostor.awaitConnected(20_000), impostor.lastError());
      for (String topic :
          List.of("stat/plug3/POWER", "shellies/plug3/relay/0", "plug3/status/switch:0")) {
        assertThrows(IOException.class, () -> impostor.publish(topic, "OFF"), topic);
      }
      for (String topic : List.of("cmnd/plug3/POWER", "shellies/plug3/command", "plug3/rpc")) {
        assertThrows(IOException.class, () -> impostor.publish(topic, "OFF"), topic);
      }
    }
  }

  @Test
  void otherPowerNeedsNoBroker() {
    assertEquals(Optional.empty(), PlugAccess.of(PowerSpec.by("relay")));
    assertEquals(Optional.empty(), PlugAccess.of(PowerSpec.by("person")));
  }
}
