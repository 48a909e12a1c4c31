package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.lab.collect.Acknowledgement;
import org.deltabed.lab.testing.NodeRig;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real agents at a real broker refuse a command that the broker had kept, one of another session or
 * run (F37), and a run with another wiring (F42). Each refusal is recorded, and nothing happens.
 */
class F37_F42_RefusedCommandsTest {

  private static final String OTHER_SESSION = "ffffffffffffffff";
  private static final String KEY = "00".repeat(32);
  private static final String THREE_KEYS = ('"' + KEY + "\",").repeat(2) + '"' + KEY + '"';
  private static final String OTHER_WIRING = "0000000000000000";

  @TempDir private static Path folder;
  private static Testbed testbed;
  private static NodeRig rig;

  @BeforeAll
  static void start() throws Exception {
    testbed = TestbedFile.load(Path.of("../../wiring/virtual-3.yaml"));
    rig = new NodeRig(testbed, folder);
    rig.retain(2, shutdown(rig.session()));
    rig.powerOn(testbed);
  }

  @AfterAll
  static void end() throws Exception {
    if (rig != null) {
      rig.close();
    }
  }

  private static String shutdown(String session) {
    return "{\"cmd\":\"shutdown\",\"session\":\"" + session + "\"}";
  }

  @Test
  void f37_aRetainedCommandIsStale() throws Exception {
    assertEquals(
        Kind.COMMAND_REJECTED, rig.awaitRecord(2, "retained").orElseThrow().kind(), "node 2");
    assertTrue(rig.view(2).joined(), "it did not shut down");
  }

  @Test
  void f37_aCommandOfAnotherSession() throws Exception {
    rig.tell(1, shutdown(OTHER_SESSION));
    assertEquals(
        Kind.COMMAND_REJECTED, rig.awaitRecord(1, OTHER_SESSION).orElseThrow().kind(), "node 1");
    assertTrue(rig.view(1).joined(), "it did not shut down");
  }

  @Test
  void f37_aStartOfAnotherRun() throws Exception {
    String start =
        "{\"cmd\":\"start\",\"session\":\"%s\",\"nonce\":\"%s\",\"startRound\":100000}"
            .formatted(rig.session(), rig.otherNonce());
    Acknowledgement answer = rig.ask(3, "start", rig.otherNonce(), start).orElseThrow();
    assertFalse(answer.ok());
    assertTrue(answer.reason().contains(rig.otherNonce()), answer.reason());
    assertEquals(Kind.COMMAND_REJECTED, rig.awaitRecord(3, rig.otherNonce()).orElseThrow().kind());
  }

  @Test
  void f42_anotherWiringIsRefusedAndBothHashesAreShown() throws Exception {
    String nonce = "00112233445566aa";
    String prepare =
        """
        {"cmd":"prepare","session":"%s","nonce":"%s","run":"r01","protocol":"C2","variant":"",\
        "wiringHash":"%s","boots":[1,1,1],"crashesMax":2,"rounds":3,"proposal":11,\
        "requestsEach":1,"keys":{"signing":"%s","verifying":[%s],"shared":[%s]}}"""
            .formatted(rig.session(), nonce, OTHER_WIRING, KEY, THREE_KEYS, THREE_KEYS);
    Acknowledgement answer = rig.ask(1, "prepare", nonce, prepare).orElseThrow();
    assertFalse(answer.ok());
    assertTrue(answer.reason().contains(OTHER_WIRING), answer.reason());
    assertTrue(answer.reason().contains(testbed.hash()), answer.reason());
  }
}
