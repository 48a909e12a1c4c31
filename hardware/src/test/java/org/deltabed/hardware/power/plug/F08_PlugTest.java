package org.deltabed.hardware.power.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.power.SensedPower;
import org.deltabed.hardware.virtual.plug.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F08: nothing is announced as switched without evidence, whatever the plug says or does not. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F08_PlugTest {

  private static final long PATIENT_MS = 20_000;
  private static final long SHORT_MS = 700;

  @TempDir Path folder;

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void ofALiarThePlugAloneKnowsNoBetter(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch plug = rig.plug(PATIENT_MS)) {
      rig.device.behave(Behaviour.LIAR, 0);
      PowerChange off = plug.off();
      // What is known is the plug's word, and the record says that it is no more.
      assertTrue(off.confirmedBy().contains("echo") || off.confirmedBy().contains("answer"));
      assertFalse(off.confirmedBy().contains("sense"));
      assertTrue(rig.mains.on());
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aLiarIsFoundOutByTheSensePin(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch power =
            new SensedPower("power of node3", rig.plug(PATIENT_MS), rig.sense, SHORT_MS)) {
      PowerChange honest = power.off();
      assertTrue(honest.confirmedBy().startsWith("sense pin"), honest.confirmedBy());
      assertTrue(honest.askedNs() <= honest.confirmedNs());
      power.on();
      rig.device.behave(Behaviour.LIAR, 0);
      PowerNotConfirmed lie = assertThrows(PowerNotConfirmed.class, power::off);
      assertEquals(PowerState.OFF, lie.asked());
      assertTrue(lie.came().contains("the switch says so"), lie.came());
      assertTrue(lie.came().contains("seen to be on"), lie.came());
      assertEquals(PowerState.ON, power.state());
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aPlugThatVanishedIsNotSwitched(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch plug = rig.plug(SHORT_MS)) {
      rig.device.behave(Behaviour.VANISHED, 0);
      PowerNotConfirmed gone = assertThrows(PowerNotConfirmed.class, plug::off);
      assertTrue(gone.waitedNs() >= SHORT_MS * 1_000_000, gone.getMessage());
      assertTrue(
          gone.came().contains("Offline") || gone.came().contains("/online says false"),
          gone.came());
      assertTrue(rig.mains.on());
      assertEquals(PowerState.UNKNOWN, plug.state());
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aPlugThatComesBackIsSwitchedAgainAndNotByAnOldCommand(PlugRig.Make make) throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch hasty = rig.plug(SHORT_MS);
        PowerSwitch plug = rig.plug(PATIENT_MS)) {
      rig.device.behave(Behaviour.VANISHED, 0);
      assertThrows(PowerNotConfirmed.class, hasty::off);
      assertThrows(PowerNotConfirmed.class, hasty::off);
      rig.device.behave(Behaviour.HONEST, 0);
      assertEquals(PowerState.ON, plug.state());
      assertEquals(0, rig.board.edges("node3.sense"), "no command was kept for it");
      assertEquals(PowerState.OFF, plug.off().state());
      assertFalse(rig.mains.on());
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aSlowPlugIsNotConfirmedAndItsLateWordIsNotTakenForTheNext(PlugRig.Make make)
      throws Exception {
    try (PlugRig rig = PlugRig.start(folder, make);
        PowerSwitch plug = rig.plug(SHORT_MS)) {
      assertEquals(PowerState.ON, plug.state());
      rig.device.behave(Behaviour.SLOW, 1_500);
      assertThrows(PowerNotConfirmed.class, plug::off);
      assertThrows(PowerNotConfirmed.class, plug::on);
      assertThrows(PowerNotConfirmed.class, plug::off);
      rig.device.behave(Behaviour.HONEST, 0);
      // It still works off what it was told before; the end is what was asked for last, or it is
      // said that it cannot be known.
      for (int tries = 0; ; tries++) {
        try {
          PowerChange on = plug.on();
          assertEquals(PowerState.ON, on.state());
          break;
        } catch (PowerNotConfirmed e) {
          assertTrue(tries < 100, e.getMessage());
        }
      }
      long edges = rig.board.edges("node3.sense");
      assertTrue(rig.mains.on(), "it is on when that is said");
      Thread.sleep(2_000);
      assertEquals(edges, rig.board.edges("node3.sense"), "and stays on");
    }
  }

  @Test
  void aLateEchoOfAnEarlierCommandDoesNotConfirmThisOne() throws Exception {
    try (PlugRig rig = PlugRig.start(folder, PlugRig.Make.TASMOTA);
        PowerSwitch plug = TasmotaPlug.open(rig.broker, "plug9", 0, SHORT_MS)) {
      ScriptedPlug script = new ScriptedPlug(rig.broker, "plug9");
      script.answer("OFF"); // to the question
      script.answer(); // "on" is carried out later
      PowerNotConfirmed slow = assertThrows(PowerNotConfirmed.class, plug::on);
      assertTrue(slow.came().contains("answers that it owes: 1"), slow.came());
      script.answer("ON"); // the late echo, when the next question comes; its answer is to follow
      PowerNotConfirmed late = assertThrows(PowerNotConfirmed.class, plug::on);
      assertTrue(late.came().contains("answers that it owes: 1"), late.came());
      script.answer("ON", "ON"); // all that it owes, the answer to this question last
      assertEquals(PowerState.ON, plug.on().state());
    }
  }

  @Test
  void whatTheBrokerRetainedConfirmsNothing() throws Exception {
    try (PlugRig rig = PlugRig.start(folder, PlugRig.Make.TASMOTA)) {
      ScriptedPlug.retain(rig.mosquitto.login(), "stat/plug9/POWER", "OFF");
      ScriptedPlug.retain(rig.mosquitto.login(), "tele/plug9/LWT", "Online");
      try (PowerSwitch plug = TasmotaPlug.open(rig.broker, "plug9", 0, SHORT_MS)) {
        AtomicBoolean over = new AtomicBoolean();
        Thread again =
            Thread.ofVirtual()
                .start(
                    () -> {
                      while (!over.get()) {
                        hearAgain(rig.broker);
                      }
                    });
        PowerNotConfirmed stale = assertThrows(PowerNotConfirmed.class, plug::off);
        over.set(true);
        again.join();
        assertTrue(stale.came().contains("Online (retained)"), stale.came());
        assertEquals(PowerState.UNKNOWN, plug.state());
      }
    }
  }

  /** Each new subscription brings what was retained once more, also after the question. */
  private static void hearAgain(PlugBroker broker) {
    try {
      broker.subscribe("stat/plug9/POWER", (topic, payload, retained, heardNs) -> {});
      Thread.sleep(20);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAnswerWithAnotherRequestsNumberConfirmsNothing() throws Exception {
    try (PlugRig rig = PlugRig.start(folder, PlugRig.Make.SHELLY_RPC);
        PowerSwitch plug = ShellyRpcPlug.open(rig.broker, "plug9", 0, SHORT_MS)) {
      PlugBroker.Listener answering =
          (topic, payload, retained, heardNs) -> {
            String source = payload.replaceAll(".*\"src\":\"([^\"]+)\".*", "$1");
            ScriptedPlug.later(
                rig.broker, source + "/rpc", "{\"id\":0,\"result\":{\"output\":false}}");
            ScriptedPlug.later(rig.broker, source + "/rpc", "{\"id\":");
            ScriptedPlug.later(rig.broker, source + "/rpc", "[7]");
            ScriptedPlug.later(rig.broker, "plug9/status/switch:0", "{\"output\":false}");
          };
      rig.broker.subscribe("plug9/rpc", answering);
      PowerNotConfirmed foreign = assertThrows(PowerNotConfirmed.class, plug::off);
      assertTrue(foreign.came().contains("no answer to Switch.Set"), foreign.came());
    }
  }

  @Test
  void anRpcErrorIsQuoted() throws Exception {
    try (PlugRig rig = PlugRig.start(folder, PlugRig.Make.SHELLY_RPC);
        PowerSwitch plug = ShellyRpcPlug.open(rig.broker, PlugRig.ID, 7, PATIENT_MS)) {
      PowerNotConfirmed refused = assertThrows(PowerNotConfirmed.class, plug::off);
      assertTrue(refused.came().contains("-103"), refused.came());
      assertTrue(rig.mains.on());
    }
  }
}
