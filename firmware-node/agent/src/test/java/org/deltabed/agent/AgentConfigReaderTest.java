package org.deltabed.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.wiring.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentConfigReaderTest {
  private static final String GOOD =
      """
      {"node":3,"wiring":"/w.json","session":"0123456789abcdef","key":"/k","spool":"/s",
       "serial":"/dev/pts/7",
       "mqtt":{"url":"tcp://127.0.0.1:1883","user":"node3","passwordFile":"/p"}}
      """;

  private static final String PROVISIONED =
      """
      {"node":3,"wiring":"/w.json","session":"0123456789abcdef","key":"/k","spool":"/s",
       "serial":"/dev/ttyAMA0","gpio":"pinctrl-rp1",
       "mqtt":{"url":"ssl://10.0.0.1:8883","user":"node3","ca":"/ca.crt","certificate":"/n.crt","key":"/n.key"}}
      """;

  @TempDir Path folder;

  @Test
  void readsWhatTheLabWrites() throws IOException {
    AgentConfig config = read(GOOD);
    assertEquals(3, config.node());
    assertNull(config.pins());
    assertEquals("node3", config.mqtt().user());
    assertEquals(0x01234567, AgentConfig.frameSession(config.session()));
  }

  @Test
  void readsWhatProvisionWrites() throws IOException {
    AgentConfig config = read(PROVISIONED);
    assertEquals("pinctrl-rp1", config.gpio());
    assertNull(config.pins());
    assertNull(config.mqtt().passwordFile());
    assertEquals(Path.of("/n.key"), config.mqtt().tls().key());
  }

  @Test
  void tlsIsWholeOrNotThere() {
    refused(PROVISIONED.replace("ssl:", "tcp:"), "url begins with ssl: if, and only if");
    refused(GOOD.replace("tcp:", "ssl:"), "url begins with ssl: if, and only if");
    refused(PROVISIONED.replace(",\"key\":\"/n.key\"", ""), "key is missing or no text");
    refused(PROVISIONED.replace("\"ca\":\"/ca.crt\",", ""), "ca is missing or no text");
    refused(GOOD.replace(",\"passwordFile\":\"/p\"", ""), "passwordFile is missing");
  }

  @Test
  void everyFaultNamesFileAndRule() {
    refused(GOOD.replace("3,", "300,"), "node is not a number from 1 to 64");
    refused(GOOD.replace("0123456789abcdef", "../x"), "session is not 16 hex digits");
    refused(GOOD.replace("\"key\"", "\"kee\""), "unknown key kee");
    refused(GOOD.replace("tcp:", "mqtt:"), "url is not tcp://host:port");
    refused(GOOD.replace("127.0.0.1", "a host"), "url is not tcp://host:port");
    refused(GOOD.replace("/w.json", "\\u0000"), "wiring is no path");
    refused("{", "not JSON");
  }

  private void refused(String text, String rule) {
    BadInput bad = assertThrows(BadInput.class, () -> read(text));
    assertTrue(bad.rule().startsWith(rule), bad.getMessage());
    assertTrue(bad.file().endsWith("agent.json"));
  }

  private AgentConfig read(String text) throws IOException {
    Path file = folder.resolve("agent.json");
    Files.writeString(file, text);
    return AgentConfigReader.read(file);
  }
}
