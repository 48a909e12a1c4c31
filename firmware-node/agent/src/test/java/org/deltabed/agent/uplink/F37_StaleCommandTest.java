package org.deltabed.agent.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.agent.core.CrashPoint;
import org.deltabed.wire.ProcessKeys;
import org.deltabed.wire.RunSecret;
import org.junit.jupiter.api.Test;

class F37_StaleCommandTest {
  private static final String SESSION = "0123456789abcdef";
  private static final String PREPARE =
      """
      {"cmd":"prepare","session":"0123456789abcdef","nonce":"aaaabbbbccccdddd","run":"r01",
       "protocol":"C2","variant":"","wiringHash":"00","boots":[1,1,2],"crashesMax":2,
       "rounds":8,"proposal":11,"requestsEach":3,
       "crashPoint":%s}
      """;
  private static final String KEYS = member(RunSecret.fresh().keysOf(2, 3));

  @Test
  void aCommandOfAnotherSessionIsRefused() {
    String text = "{\"cmd\":\"shutdown\",\"session\":\"ffffffffffffffff\"}";
    refused(text, "session ffffffffffffffff is another one");
  }

  @Test
  void aCommandIsReadStrictly() {
    refused("{\"cmd\":\"stop\",\"session\":\"" + SESSION + "\"}", "unknown command stop");
    String extra = "{\"cmd\":\"shutdown\",\"session\":\"" + SESSION + "\",\"now\":true}";
    refused(extra, "unknown key now");
    String resend =
        "{\"cmd\":\"resend\",\"session\":\"" + SESSION + "\",\"boot\":1,\"fromSeq\":-1}";
    refused(resend, "fromSeq is out of range: -1");
    String nonce =
        "{\"cmd\":\"cancel\",\"session\":\"" + SESSION + "\",\"nonce\":\"0123456789abcde/\"}";
    refused(nonce, "nonce is not 16 hex digits");
    String alive =
        "{\"cmd\":\"alive\",\"session\":\"" + SESSION + "\",\"nonce\":\"0123456789abcdef\",";
    refused(alive + "\"level\":2,\"forMs\":10}", "level is 0 or 1, not 2");
    refused(alive + "\"level\":1,\"forMs\":60001}", "forMs is at most 60000");
    refused(alive + "\"level\":1}", "forMs is missing");
    refused("[]", "not a JSON object");
    refused("{\"cmd\":\"shutdown\",\"cmd\":\"start\"}", "not JSON");
    refused("x".repeat(CommandParser.BYTES_MAX + 1), "longer than");
  }

  @Test
  void prepareIsReadWithItsCrashPoint() {
    String point = "{\"round\":1,\"slot\":1,\"afterSubFrames\":2,\"order\":[3,1]}";
    var order = (Order.Prepare) CommandParser.parse(PREPARE.formatted(point + KEYS), SESSION);
    assertEquals(new CrashPoint.AfterSubFrames(1, 1, 2, List.of(3, 1)), order.run().crashPoint());
    assertEquals(List.of(1, 1, 2), order.run().boots());
    assertEquals(2, order.run().crashesMax());
    assertEquals(3, order.run().requestsEach());
    assertEquals("aaaabbbbccccdddd", order.nonce());
  }

  @Test
  void subFramesGoOutByRankUnlessAnOrderIsGiven() {
    String point = "{\"round\":1,\"slot\":1,\"afterSubFrames\":1}";
    var order = (Order.Prepare) CommandParser.parse(PREPARE.formatted(point + KEYS), SESSION);
    assertEquals(new CrashPoint.AfterSubFrames(1, 1, 1, List.of(1, 3)), order.run().crashPoint());
  }

  @Test
  void prepareBringsANodeItsKeysAndItsBehaviour() {
    ProcessKeys keys = RunSecret.fresh().keysOf(2, 3);
    String more = "null,\"byzantine\":\"replay\"" + member(keys);
    var order = (Order.Prepare) CommandParser.parse(PREPARE.formatted(more), SESSION);
    assertEquals("replay", order.run().behaviour());
    assertEquals(keys.sharedHex(), order.run().keys().sharedHex());
    assertFalse(order.toString().contains(keys.signingHex()), "no key reaches a log");
    refused(PREPARE.formatted(more.replace(keys.signingHex(), "00")), "a key has 32 bytes");
    refused(PREPARE.formatted("null,\"keys\":{}"), "signing is missing");
    refused(PREPARE.formatted("null"), "keys is no object");
  }

  private static String member(ProcessKeys keys) {
    return ",\"keys\":{\"signing\":\""
        + keys.signingHex()
        + "\",\"verifying\":"
        + list(keys.verifyingHex())
        + ",\"shared\":"
        + list(keys.sharedHex())
        + "}";
  }

  private static String list(List<String> texts) {
    return "[\"" + String.join("\",\"", texts) + "\"]";
  }

  private static void refused(String text, String reason) {
    var e = assertThrows(IllegalArgumentException.class, () -> CommandParser.parse(text, SESSION));
    assertTrue(e.getMessage().startsWith(reason), e.getMessage());
  }
}
