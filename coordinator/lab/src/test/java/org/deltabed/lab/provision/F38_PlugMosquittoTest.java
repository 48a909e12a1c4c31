package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.deltabed.hardware.power.plug.PahoPlugBroker;
import org.deltabed.hardware.power.plug.TasmotaPlug;
import org.deltabed.hardware.virtual.plug.Behaviour;
import org.deltabed.hardware.virtual.plug.Mains;
import org.deltabed.hardware.virtual.plug.TasmotaDevice;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.testing.SystemTools;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F38 with Mosquitto and the configuration that provision makes for a testbed with plugs: the lab,
 * by its certificate, switches a plug that has only a password, and nobody speaks for another.
 */
class F38_PlugMosquittoTest {

  private static final long WAIT_MS = 20_000;

  @TempDir private static Path folder;

  private static BundleFolder bundle;
  private static Provision renewing;
  private static LabBundle lab;
  private static TlsMosquitto mosquitto;
  private static int plugPort;

  private final Supply supply = new Supply();

  @BeforeAll
  static void start() throws Exception {
    Path wiring = Wirings.plugs(folder);
    Testbed testbed = TestbedFile.load(wiring);
    bundle = new BundleFolder(folder.resolve("bundle"));
    ProvisionOptions options =
        ProvisionOptions.fresh(SystemTools.builtHome(), wiring, bundle.root());
    new Provision(testbed, options, Instant.now()).run();
    renewing = new Provision(testbed, options.renewing(), Instant.now());
    lab = LabBundle.read(bundle.root());
    Path byHand = bundle.mosquitto().resolve("by-hand.conf");
    String made = Files.readString(byHand);
    plugPort = Wirings.freePort();
    assertTrue(made.contains("\nlistener 1883 127.0.0.1\n"), made);
    String free = "\nlistener " + plugPort + " 127.0.0.1\n";
    Files.writeString(byHand, made.replace("\nlistener 1883 127.0.0.1\n", free));
    mosquitto = TlsMosquitto.start(bundle);
  }

  @AfterAll
  static void stop() {
    if (mosquitto != null) {
      mosquitto.close();
    }
  }

  @Test
  void the_lab_switches_a_plug_and_hears_when_it_is_gone() throws Exception {
    try (TasmotaDevice device = TasmotaDevice.start(plug(1), "plug1", supply)) {
      try (PahoPlugBroker broker = connected(certificate(Credentials.LAB_USER));
          PowerSwitch power = TasmotaPlug.open(broker, "plug1", 0, WAIT_MS)) {
        assertEquals(PowerState.OFF, power.off().state());
        assertFalse(supply.on());
        assertEquals(PowerState.ON, power.on().state());
      }
      device.behave(Behaviour.VANISHED, 0);
      try (PahoPlugBroker later = connected(certificate(Credentials.LAB_USER));
          PowerSwitch power = TasmotaPlug.open(later, "plug1", 0, 1_000)) {
        PowerNotConfirmed gone = assertThrows(PowerNotConfirmed.class, power::off);
        assertTrue(gone.came().contains("says Offline"), gone.came()); // its last will was kept
      }
    }
  }

  @Test
  void a_plug_speaks_for_itself_alone() throws Exception {
    try (PahoPlugBroker plug1 = connected(plug(1))) {
      plug1.publish("stat/plug1/POWER", "OFF");
      for (String topic :
          List.of(
              "stat/plug2/POWER",
              "cmnd/plug1/POWER",
              "cmnd/plug2/POWER",
              "deltabed/" + lab.session() + "/node/1/status",
              "deltabed/" + lab.session() + "/node/1/cmd")) {
        assertThrows(IOException.class, () -> plug1.publish(topic, "OFF"), topic);
      }
    }
  }

  @Test
  void a_node_cannot_cut_power_nor_confirm_it() throws Exception {
    try (PahoPlugBroker node1 = connected(certificate(Credentials.nodeUser(1)))) {
      node1.publish("deltabed/" + lab.session() + "/node/1/status", "{}");
      for (String topic : List.of("cmnd/plug1/POWER", "cmnd/plug2/POWER", "stat/plug1/POWER")) {
        assertThrows(IOException.class, () -> node1.publish(topic, "OFF"), topic);
      }
    }
  }

  @Test
  void without_a_certificate_there_are_plugs_with_their_passwords_and_nobody_else()
      throws Exception {
    BrokerLogin plug1 = plug(1);
    connect(plug1).disconnect();
    String plain = plug1.url();
    for (BrokerLogin other :
        List.of(
            new BrokerLogin(plain, "", "", null),
            new BrokerLogin(plain, "plug1", "", null),
            new BrokerLogin(plain, "plug1", plug(2).password(), null),
            new BrokerLogin(plain, "lab", "", null),
            new BrokerLogin(plain, "lab", plug1.password(), null),
            new BrokerLogin(plain, "node1", plug1.password(), null))) {
      assertThrows(MqttException.class, () -> connect(other), other.toString());
    }
  }

  @Test
  void passwords_are_private_and_a_renewal_keeps_them() throws Exception {
    String before = Files.readString(bundle.plugPassword(1));
    for (Path secret :
        List.of(bundle.plugPassword(1), bundle.plugPassword(2), bundle.passwords())) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(secret));
      assertEquals("rw-------", mode, secret.toString());
    }
    assertFalse(Files.readString(bundle.passwords()).contains(before.strip()));
    String readme = Files.readString(bundle.coordinator().resolve("README.txt"));
    assertTrue(readme.contains("password in private/plug1.password, topic plug1"), readme);
    assertTrue(readme.contains("mosquitto/deltabed.passwords /etc/mosquitto/deltabed/"), readme);
    assertFalse(readme.contains(before.strip()), readme);
    renewing.run();
    assertEquals(before, Files.readString(bundle.plugPassword(1)));
  }

  private static BrokerLogin plug(int node) throws IOException {
    String password = Files.readString(bundle.plugPassword(node)).strip();
    String url = "tcp://127.0.0.1:" + plugPort;
    return new BrokerLogin(url, Credentials.plugUser(node), password, null);
  }

  private static BrokerLogin certificate(String user) throws Exception {
    TlsFiles files =
        new TlsFiles(bundle.certificate("ca"), bundle.certificate(user), bundle.key(user));
    return new BrokerLogin(lab.brokerUrl(), user, "", MutualTls.load(files).socketFactory());
  }

  private static PahoPlugBroker connected(BrokerLogin login) throws Exception {
    PahoPlugBroker broker = new PahoPlugBroker(login);
    assertTrue(broker.awaitConnected(WAIT_MS), broker.lastError());
    return broker;
  }

  private static MqttClient connect(BrokerLogin login) throws MqttException {
    MqttClient client =
        new MqttClient(login.url(), "t" + System.nanoTime(), new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    if (!login.user().isEmpty()) {
      options.setUserName(login.user());
      options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
    }
    client.connect(options);
    return client;
  }

  private static final class Supply implements Mains {
    private final AtomicBoolean powered = new AtomicBoolean(true);

    @Override
    public void set(boolean on) {
      powered.set(on);
    }

    @Override
    public boolean on() {
      return powered.get();
    }
  }
}
