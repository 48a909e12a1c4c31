package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.provision.certificates.Authority;
import org.deltabed.lab.provision.certificates.Identity;
import org.deltabed.lab.provision.certificates.Purpose;
import org.deltabed.lab.testing.SystemTools;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F38 with Mosquitto and the configuration that provision makes: a node that publishes as another,
 * an anonymous client, a foreign and an expired certificate are refused.
 */
class F38_MosquittoTest {

  private static final long WAIT_MS = 10_000;
  private static final int NOT_AUTHORISED = 135;
  private static final int QOS = 1;

  @TempDir private static Path folder;

  private static Testbed testbed;
  private static BundleFolder bundle;
  private static LabBundle lab;
  private static TlsMosquitto mosquitto;

  @BeforeAll
  static void start() throws Exception {
    Path wiring = Wirings.virtual(folder, "pc", 20_000);
    testbed = TestbedFile.load(wiring);
    Path out = folder.resolve("bundle");
    new Provision(
            testbed, ProvisionOptions.fresh(SystemTools.builtHome(), wiring, out), Instant.now())
        .run();
    bundle = new BundleFolder(out);
    lab = LabBundle.read(out);
    mosquitto = TlsMosquitto.start(bundle);
  }

  @AfterAll
  static void stop() {
    if (mosquitto != null) {
      mosquitto.close();
    }
  }

  @Test
  void a_node_publishes_as_itself_and_not_as_another() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (LabLink link =
        new LabLink(lab.rules(testbed), lab.access(), (node, leaf, _) -> seen.add(node + leaf))) {
      assertTrue(link.awaitConnected(WAIT_MS), link.lastError());
      MqttAsyncClient node1 = connect(node(1));
      assertEquals(NOT_AUTHORISED, publish(node1, lab.rules(testbed).prefix(2) + "/status"));
      assertEquals(NOT_AUTHORISED, publish(node1, lab.rules(testbed).command(1)));
      assertEquals(0, publish(node1, lab.rules(testbed).prefix(1) + "/status"));
      assertEquals("1status", seen.poll(WAIT_MS, TimeUnit.MILLISECONDS));
      assertNull(seen.poll(200, TimeUnit.MILLISECONDS));
      end(node1);
    }
  }

  @Test
  void a_node_reads_its_own_commands_and_no_others() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    MqttAsyncClient node1 = connect(node(1));
    node1.setCallback(new Remembering(seen));
    // Mosquitto takes any subscription; its rules are about what is then delivered.
    subscribe(node1, "#");
    subscribe(node1, lab.rules(testbed).command(2));
    assertEquals(QOS, subscribe(node1, lab.rules(testbed).command(1)));
    try (LabLink link = new LabLink(lab.rules(testbed), lab.access(), (_, _, _) -> {})) {
      assertTrue(link.awaitConnected(WAIT_MS), link.lastError());
      assertTrue(link.command(2, "for node 2"));
      assertTrue(link.command(1, "for node 1"));
      String first = seen.poll(WAIT_MS, TimeUnit.MILLISECONDS);
      assertEquals("for node 1", first);
      Thread.sleep(300);
      assertTrue(seen.stream().allMatch(first::equals), seen.toString()); // once for each filter
    }
    end(node1);
  }

  @Test
  void a_command_cannot_be_left_for_later() throws Exception {
    MqttAsyncClient client = connect(lab.tls());
    byte[] late = "late".getBytes(StandardCharsets.UTF_8);
    reason(client.publish(lab.rules(testbed).command(2), late, QOS, true));
    end(client);
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    MqttAsyncClient node2 = connect(node(2));
    node2.setCallback(new Remembering(seen));
    assertEquals(QOS, subscribe(node2, lab.rules(testbed).command(2)));
    assertNull(seen.poll(500, TimeUnit.MILLISECONDS));
    end(node2);
  }

  @Test
  void nobody_is_anonymous() throws Exception {
    String said = handshake();
    assertTrue(said.contains("alert certificate required"), said);
  }

  @Test
  void who_has_a_good_certificate_is_let_in() throws Exception {
    String said = handshake(node(1));
    assertFalse(said.contains("alert"), said);
  }

  @Test
  void a_foreign_certificate_is_refused_by_name() throws Exception {
    Authority foreign = Authority.create("virtual", Instant.now());
    Identity pretender = foreign.issue("node1", Purpose.CLIENT, in(30));
    TlsFiles files = files("foreign", pretender, foreign);
    MqttException refused = assertThrows(MqttException.class, () -> connect(files));
    String words = MutualTls.load(files).explain(refused);
    assertTrue(words.startsWith("certificate of broker is not signed by this testbed's CA"), words);
    String said = handshake(files); // and a client that would believe the broker is not believed
    assertTrue(said.contains("alert unknown ca"), said);
  }

  @Test
  void an_expired_certificate_is_refused_by_name() throws Exception {
    TlsFiles files = files("expired", ours().issue("node1", Purpose.CLIENT, in(-1)), ours());
    BrokerAccess access =
        new BrokerAccess(
            lab.brokerUrl(), new Credentials(Credentials.LAB_USER, ""), Map.of(), Map.of(), files);
    try (LabLink link = new LabLink(lab.rules(testbed), access, (_, _, _) -> {})) {
      assertFalse(link.awaitConnected(1_000));
      assertTrue(link.lastError().startsWith("certificate of node1 expired on "), link.lastError());
    }
    String said = handshake(files); // also by the broker, whose clock is the one that counts
    assertTrue(said.contains("alert certificate expired"), said);
  }

  @Test
  void a_server_s_certificate_is_no_client_s() throws Exception {
    TlsFiles server =
        new TlsFiles(
            bundle.certificate("ca"),
            bundle.certificate(BundleFolder.BROKER),
            bundle.key(BundleFolder.BROKER));
    String said = handshake(server);
    assertTrue(said.contains("alert unsupported certificate"), said);
  }

  private static Authority ours() throws Exception {
    return Authority.of(Identity.load(bundle.certificate("ca"), bundle.key("ca")), "virtual");
  }

  /**
   * What the broker answers to a client that shows nothing, or shows this certificate and does not
   * look at it itself.
   */
  private static String handshake(String... shown) throws Exception {
    SystemTools.require("what the broker says to bad certificates (F38)", "openssl");
    String command =
        "sleep 2 | openssl s_client -connect %s -CAfile %s -verify_return_error %s 2>&1"
            .formatted(
                lab.brokerUrl().replace("ssl://", ""),
                bundle.certificate("ca"),
                String.join(" ", shown));
    String said = SystemTools.run("sh", "-c", command).output();
    assertTrue(said.contains("Verify return code: 0 (ok)"), said); // the broker itself is believed
    return said;
  }

  private static String handshake(TlsFiles files) throws Exception {
    return handshake("-cert", files.certificate().toString(), "-key", files.key().toString());
  }

  private static TlsFiles node(int id) {
    String user = Credentials.nodeUser(id);
    return new TlsFiles(bundle.certificate("ca"), bundle.certificate(user), bundle.key(user));
  }

  private static TlsFiles files(String name, Identity identity, Authority authority)
      throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    authority.self().save(own.resolve("ca.crt"), own.resolve("ca.key"));
    identity.save(own.resolve("own.crt"), own.resolve("own.key"));
    return new TlsFiles(own.resolve("ca.crt"), own.resolve("own.crt"), own.resolve("own.key"));
  }

  private static Instant in(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  private static MqttAsyncClient client() throws MqttException {
    return new MqttAsyncClient(lab.brokerUrl(), "t" + System.nanoTime(), new MemoryPersistence());
  }

  private static MqttAsyncClient connect(TlsFiles files) throws Exception {
    MqttAsyncClient client = client();
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setSocketFactory(MutualTls.load(files).socketFactory());
    client.connect(options).waitForCompletion(WAIT_MS);
    return client;
  }

  private static int publish(MqttAsyncClient client, String topic) throws MqttException {
    IMqttToken token = client.publish(topic, "{}".getBytes(StandardCharsets.UTF_8), QOS, false);
    return reason(token);
  }

  private static int subscribe(MqttAsyncClient client, String filter) throws MqttException {
    return reason(client.subscribe(filter, QOS));
  }

  /** The broker's answer, whether Paho makes an exception of it or not. */
  private static int reason(IMqttToken token) {
    try {
      token.waitForCompletion(WAIT_MS);
    } catch (MqttException e) {
      return e.getReasonCode();
    }
    int[] codes = token.getReasonCodes();
    return codes == null || codes.length == 0 ? 0 : codes[0];
  }

  private static void end(MqttAsyncClient client) throws MqttException {
    client.disconnectForcibly(0, 200, false);
    client.close(true);
  }
}
