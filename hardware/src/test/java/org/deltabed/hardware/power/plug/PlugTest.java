package org.deltabed.hardware.power.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.testing.Mosquitto;
import org.deltabed.hardware.virtual.plug.Behaviour;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plugs that do what they should, over a real broker. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlugTest {

  private static final long CONFIRM_MS = 20_000;

  @TempDir Path folder;

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aChangeIsConfirmedByThePlugAndHasItsTimes(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch plug = rig.plug(CONFIRM_MS)) {
      assertEquals(PowerState.ON, plug.state());
      long beforeNs = System.nanoTime();
      PowerChange off = plug.off();
      assertEquals(PowerState.OFF, off.state());
      assertTrue(off.confirmed());
      assertTrue(beforeNs <= off.askedNs() && off.askedNs() <= off.confirmedNs());
      assertTrue(off.confirmedNs() <= System.nanoTime());
      assertFalse(rig.mains.on());
      assertEquals(PowerState.OFF, plug.state());
      PowerChange on = plug.on();
      assertTrue(off.confirmedNs() <= on.askedNs());
      assertTrue(rig.mains.on());
      assertEquals(2, rig.board.edges("node3.sense"));
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void whatIsSoAlreadyIsSaidToBe(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch plug = rig.plug(CONFIRM_MS)) {
      PowerChange on = plug.on();
      assertEquals(PowerState.ON, on.state());
      assertTrue(on.confirmedBy().contains("it was so before it was asked"), on.confirmedBy());
      assertFalse(plug.off().confirmedBy().contains("before"));
      plug.on();
      assertEquals(2, rig.board.edges("node3.sense"));
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void neitherOpeningNorClosingSwitches(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make)) {
      rig.plug(CONFIRM_MS).close();
      try (PowerSwitch plug = rig.plug(CONFIRM_MS)) {
        plug.off();
      }
      try (PowerSwitch plug = rig.plug(CONFIRM_MS)) {
        assertEquals(PowerState.OFF, plug.state());
      }
      assertEquals(1, rig.board.edges("node3.sense"));
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aButtonThatIsPressedConfirmsNothingAndIsNoticed(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch plug = rig.plug(CONFIRM_MS)) {
      assertEquals(PowerState.ON, plug.state());
      rig.device.press();
      assertTrue(rig.mains.becomes(false));
      assertEquals(PowerState.OFF, plug.state());
      assertEquals(PowerState.ON, plug.on().state());
      assertTrue(rig.mains.on());
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void twoPlugsOnOneBrokerAreToldApart(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch plug = rig.plug(CONFIRM_MS);
        PowerSwitch again = rig.plug(CONFIRM_MS);
        PowerSwitch absent = TasmotaPlug.open(rig.broker, "plug4", 0, 300)) {
      plug.off();
      assertEquals(PowerState.OFF, again.state());
      assertThrows(PowerNotConfirmed.class, absent::off);
      assertEquals(PowerState.UNKNOWN, absent.state());
    }
  }

  @Test
  void theLinkComesBackWithItsSubscriptions() throws Exception {
    try (PlugRig rig = PlugRig.start(folder, PlugRig.Make.TASMOTA);
        PowerSwitch plug = rig.plug(CONFIRM_MS)) {
      assertEquals(PowerState.ON, plug.state());
      rig.mosquitto.kill();
      PowerNotConfirmed away = assertThrows(PowerNotConfirmed.class, plug::off);
      assertTrue(away.getMessage().contains("broker") || away.getMessage().contains("publishing"));
      assertTrue(rig.mains.on());
      rig.mosquitto.start();
      assertTrue(rig.broker.awaitConnected(20_000), rig.broker.lastError());
      rig.device.behave(Behaviour.VANISHED, 0);
      rig.device.behave(Behaviour.HONEST, 0);
      assertEquals(PowerState.OFF, plug.off().state());
      assertFalse(rig.mains.on());
    }
  }

  @Test
  void aCommandExpires() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.start(folder, "topic readwrite #");
        PahoPlugBroker broker = new PahoPlugBroker(mosquitto.login())) {
      assertTrue(broker.awaitConnected(20_000), broker.lastError());
      CompletableFuture<Long> expiryS = new CompletableFuture<>();
      MqttAsyncClient plug = ScriptedPlug.connect(mosquitto.login(), "expiring");
      IMqttMessageListener listening =
          (topic, message) -> expiryS.complete(message.getProperties().getMessageExpiryInterval());
      MqttProperties identified = new MqttProperties();
      identified.setSubscriptionIdentifiers(List.of(1)); // Paho 1.2.5 fails without
      plug.subscribe(new MqttSubscription("cmnd/plug3/POWER", 1), null, null, listening, identified)
          .waitForCompletion(20_000);
      broker.publish("cmnd/plug3/POWER", "OFF");
      Long leftS = expiryS.get(20, TimeUnit.SECONDS);
      assertTrue(leftS != null && leftS <= 5, "expires in " + leftS);
      plug.disconnect().waitForCompletion(5_000);
      plug.close();
    }
  }

  @Test
  void aBrokerThatDoesNotAcknowledgeIsLeft() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.start(folder, "topic readwrite #");
        PahoPlugBroker broker = new PahoPlugBroker(mosquitto.login())) {
      assertTrue(broker.awaitConnected(20_000), broker.lastError());
      mosquitto.pause();
      assertThrows(IOException.class, () -> broker.publish("cmnd/plug3/POWER", "OFF"));
      assertFalse(broker.connected(), "what is on its way ends with the connection");
      mosquitto.resume();
      assertTrue(broker.awaitConnected(30_000), broker.lastError());
      broker.publish("cmnd/plug3/POWER", "OFF");
    }
  }

  @Test
  void aBrokerThatRefusesTheCommandIsNamed() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.start(folder, "topic read stat/#");
        PahoPlugBroker broker = new PahoPlugBroker(mosquitto.login())) {
      assertTrue(broker.awaitConnected(20_000), broker.lastError());
      IOException refused =
          assertThrows(IOException.class, () -> broker.publish("cmnd/plug3/POWER", "OFF"));
      assertTrue(refused.getMessage().contains("cmnd/plug3/POWER"), refused.getMessage());
    }
  }

  @Test
  void aWrongPasswordIsSaid() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.start(folder, "topic readwrite #")) {
      BrokerLogin right = mosquitto.login();
      BrokerLogin wrong = new BrokerLogin(right.url(), right.user(), "wrong", null);
      try (PahoPlugBroker broker = new PahoPlugBroker(wrong)) {
        assertFalse(broker.awaitConnected(1_500));
        assertTrue(
            broker.lastError().toLowerCase(java.util.Locale.ROOT).contains("authori"),
            broker.lastError());
      }
    }
  }
}
