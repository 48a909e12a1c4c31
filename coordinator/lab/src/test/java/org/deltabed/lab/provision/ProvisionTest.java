package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.agent.tls.Pem;
import org.deltabed.lab.provision.certificates.Authority;
import org.deltabed.lab.provision.certificates.Identity;
import org.deltabed.lab.provision.certificates.Purpose;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.lab.testing.SystemTools;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle is whole and private, nothing of it is lost, and what expires is renewed. */
class ProvisionTest {

  private final Instant now = Instant.now();

  @TempDir private Path folder;

  private Testbed testbed;
  private ProvisionOptions options;
  private BundleFolder bundle;

  @BeforeEach
  void describe() throws IOException {
    Path wiring = Wirings.pis(folder);
    testbed = TestbedFile.load(wiring);
    options = ProvisionOptions.fresh(SystemTools.builtHome(), wiring, folder.resolve("bundle"));
    bundle = new BundleFolder(options.out());
  }

  @Test
  void everything_in_it_is_its_owner_s_alone() throws Exception {
    make(options, now);
    try (Stream<Path> all = Files.walk(bundle.root())) {
      for (Path path : all.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
          assertEquals("rwx------", mode, path.toString());
        } else if (name.endsWith(".key") || name.endsWith(".deb") || name.equals("lab.json")) {
          assertEquals("rw-------", mode, path.toString());
        }
      }
    }
    assertTrue(Files.exists(bundle.key("ca")));
    try (Stream<Path> all = Files.walk(bundle.root())) {
      assertEquals(1, all.filter(path -> path.endsWith("ca.key")).count());
    }
  }

  @Test
  void the_lab_reads_it_and_it_is_for_this_wiring() throws Exception {
    make(options, now);
    LabBundle lab = LabBundle.read(bundle.root());
    assertEquals(lab, LabBundle.read(bundle.coordinator()));
    assertEquals("ssl://192.168.7.1:8883", lab.access().url());
    assertEquals(List.of(1, 2, 3), lab.nodes());
    assertTrue(lab.session().matches("[0-9a-f]{16}"), lab.session());
    lab.require(testbed, now);
    Testbed other = TestbedFile.load(Wirings.virtual(folder, "pc", 20_000));
    BadInput differs = assertThrows(BadInput.class, () -> lab.require(other, now));
    assertTrue(differs.getMessage().contains(testbed.hash()), differs.getMessage());
    assertTrue(differs.getMessage().contains(other.hash()), differs.getMessage());
  }

  @Test
  void the_lab_is_told_of_an_expired_node_by_name() throws Exception {
    make(options, now);
    issue(ours(), "node2", 10);
    LabBundle lab = LabBundle.read(bundle.root());
    lab.require(testbed, now.plus(Duration.ofDays(9)));
    Instant later = now.plus(Duration.ofDays(11));
    BadInput expired = assertThrows(BadInput.class, () -> lab.require(testbed, later));
    assertTrue(
        expired.getMessage().contains("certificate of node2 expired on "), expired.getMessage());
    String renewal = "./deltabed provision " + options.wiring() + " --renew --out " + bundle.root();
    assertTrue(expired.getMessage().contains(renewal), expired.getMessage());
    for (Path folder : List.of(bundle.coordinator(), bundle.node(2))) {
      String readme = Files.readString(folder.resolve("README.txt"));
      assertTrue(readme.contains("\n  " + renewal + "\n"), readme);
    }
    List<String> did = make(options.renewing(), now);
    assertTrue(did.getFirst().startsWith("made a certificate for node2"), did.toString());
    LabBundle.read(bundle.root()).require(testbed, later);
  }

  @Test
  void the_lab_is_told_of_a_foreign_node_by_name() throws Exception {
    make(options, now);
    issue(Authority.create("pis", now), "node2", 30);
    LabBundle lab = LabBundle.read(bundle.root());
    BadInput foreign = assertThrows(BadInput.class, () -> lab.require(testbed, now));
    assertTrue(
        foreign.getMessage().contains("certificate of node2 is not signed by this testbed's CA"),
        foreign.getMessage());
    make(options.renewing(), now);
    LabBundle.read(bundle.root()).require(testbed, now);
  }

  @Test
  void the_lab_is_told_of_a_node_that_has_another_s_certificate() throws Exception {
    make(options, now);
    ours()
        .issue("node3", Purpose.CLIENT, now.plus(Duration.ofDays(30)))
        .save(bundle.certificate("node2"), bundle.key("node2"));
    LabBundle lab = LabBundle.read(bundle.root());
    BadInput other = assertThrows(BadInput.class, () -> lab.require(testbed, now));
    assertTrue(
        other.getMessage().contains("is the certificate of node3, not of node2"),
        other.getMessage());
  }

  @Test
  void a_renewal_that_was_interrupted_between_key_and_certificate_is_made_good() throws Exception {
    make(options, now);
    byte[] old = Files.readAllBytes(bundle.certificate("lab"));
    issue(ours(), "lab", 300);
    Files.write(bundle.certificate("lab"), old); // the new key was written, and no more
    List<String> did = make(options.renewing(), now);
    assertTrue(did.getFirst().startsWith("made a certificate for lab"), did.toString());
    LabBundle.read(bundle.root()).require(testbed, now);
  }

  @Test
  void an_authority_s_key_that_is_another_s_signs_nothing() throws Exception {
    make(options, now);
    Authority other = Authority.create("pis", now);
    other.self().save(folder.resolve("other.crt"), bundle.key("ca"));
    BadInput refused = assertThrows(BadInput.class, () -> make(options.renewing(), now));
    assertTrue(refused.getMessage().contains("is not the key of"), refused.getMessage());
  }

  @Test
  void a_node_without_a_board_is_refused() throws Exception {
    Path file = Wirings.pis(folder);
    Files.writeString(file, Files.readString(file).replace("board: zero2w, ", ""));
    Testbed bad = TestbedFile.load(file);
    BadInput refused = assertThrows(BadInput.class, () -> new Provision(bad, options, now).run());
    assertTrue(refused.getMessage().contains("node3 has no board"), refused.getMessage());
    assertFalse(Files.exists(options.out()));
  }

  @Test
  void F43_the_lab_refuses_its_own_key_when_others_can_read_it() throws Exception {
    make(options, now);
    Files.setPosixFilePermissions(bundle.key("lab"), PosixFilePermissions.fromString("rw-r--r--"));
    LabBundle lab = LabBundle.read(bundle.root());
    IOException refused = assertThrows(IOException.class, () -> lab.require(testbed, now));
    assertTrue(refused.getMessage().contains("open to others"), refused.getMessage());
  }

  @Test
  void one_that_is_there_is_not_overwritten() throws Exception {
    make(options, now);
    byte[] before = Files.readAllBytes(bundle.busKey());
    BadInput refused = assertThrows(BadInput.class, () -> make(options, now));
    assertTrue(refused.getMessage().contains("--renew"), refused.getMessage());
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(bundle.busKey())));
    BadInput nothing =
        assertThrows(
            BadInput.class,
            () ->
                make(
                    ProvisionOptions.fresh(options.home(), options.wiring(), folder.resolve("none"))
                        .renewing(),
                    now));
    assertTrue(nothing.getMessage().contains("no bundle to renew"), nothing.getMessage());
  }

  @Test
  void renewal_replaces_what_expires_and_keeps_the_rest() throws Exception {
    make(options.withDays(40), now);
    LabBundle before = LabBundle.read(bundle.root());
    X509Certificate ca = Pem.certificate(bundle.certificate("ca"));
    X509Certificate node1 = Pem.certificate(bundle.certificate("node1"));
    byte[] bus = Files.readAllBytes(bundle.busKey());

    List<String> early = make(options.renewing(), now);
    assertTrue(early.getFirst().contains("none was renewed"), early.toString());
    assertEquals(node1, Pem.certificate(bundle.certificate("node1")));

    List<String> late = make(options.renewing(), now.plus(Duration.ofDays(20)));
    assertTrue(late.getFirst().startsWith("made a certificate for broker"), late.toString());
    X509Certificate renewed = Pem.certificate(bundle.certificate("node1"));
    assertNotEquals(node1, renewed);
    assertNotEquals(node1.getSerialNumber(), renewed.getSerialNumber());
    assertTrue(renewed.getNotAfter().toInstant().isAfter(node1.getNotAfter().toInstant()));
    assertEquals(ca, Pem.certificate(bundle.certificate("ca")));
    assertEquals(-1, Arrays.mismatch(bus, Files.readAllBytes(bundle.busKey())));
    LabBundle after = LabBundle.read(bundle.root());
    assertEquals(before.session(), after.session());
    assertEquals(before.revision() + 2, after.revision());
    try (Stream<Path> packages = Files.list(bundle.node(1))) {
      assertEquals(
          List.of("deltabed-agent_0.1.0+3_arm64.deb"),
          packages
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".deb"))
              .toList());
    }
    after.require(testbed, now.plus(Duration.ofDays(60)));
  }

  @Test
  void session_and_bus_key_change_when_told() throws Exception {
    make(options, now);
    LabBundle before = LabBundle.read(bundle.root());
    byte[] bus = Files.readAllBytes(bundle.busKey());
    make(
        new ProvisionOptions(
            options.home(),
            options.wiring(),
            options.out(),
            365,
            true,
            true,
            true,
            true,
            options.jmods()),
        now);
    assertNotEquals(before.session(), LabBundle.read(bundle.root()).session());
    assertNotEquals(-1, Arrays.mismatch(bus, Files.readAllBytes(bundle.busKey())));
  }

  @Test
  void the_broker_is_known_by_its_address_and_on_its_own_machine() throws Exception {
    make(options, now);
    X509Certificate broker = Pem.certificate(bundle.certificate("broker"));
    String names = broker.getSubjectAlternativeNames().toString();
    assertEquals("[[7, 127.0.0.1], [7, 192.168.7.1], [2, localhost]]", names);
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), broker.getExtendedKeyUsage());
    X509Certificate node = Pem.certificate(bundle.certificate("node1"));
    assertEquals(List.of("1.3.6.1.5.5.7.3.2"), node.getExtendedKeyUsage());
    assertEquals(-1, node.getBasicConstraints());
  }

  @Test
  void openssl_agrees_on_every_certificate() throws Exception {
    SystemTools.require("what openssl thinks of the certificates", "openssl");
    make(options, now);
    for (String name : List.of("broker", "lab", "node1", "node2", "node3")) {
      SystemTools.run(
              "openssl",
              "verify",
              "-x509_strict",
              "-purpose",
              name.equals("broker") ? "sslserver" : "sslclient",
              "-CAfile",
              bundle.certificate("ca").toString(),
              bundle.certificate(name).toString())
          .orFail();
    }
  }

  @Test
  void a_broker_that_no_node_can_reach_is_refused() throws Exception {
    for (String[] change :
        new String[][] {
          {"host: 192.168.7.1", "host: 127.0.0.1"},
          {"tls: true", "tls: false"}
        }) {
      Path file = Wirings.pis(folder);
      Files.writeString(file, Files.readString(file).replace(change[0], change[1]));
      Testbed bad = TestbedFile.load(file);
      BadInput refused = assertThrows(BadInput.class, () -> new Provision(bad, options, now).run());
      assertTrue(
          refused.getMessage().contains("the broker is without TLS")
              || refused.getMessage().contains("cannot reach a broker"),
          refused.getMessage());
      assertFalse(Files.exists(options.out()));
    }
  }

  @Test
  void wrong_usage_ends_with_64() throws Exception {
    String wiring = Wirings.pis(folder).toString();
    assertEquals(64, CommandLine.execute("provision").code());
    assertEquals(64, CommandLine.execute("provision", wiring, "--days", "0").code());
    CommandLine all = CommandLine.execute("provision", wiring, "--all");
    assertEquals(64, all.code());
    assertTrue(all.err().contains("go with --renew"), all.err());
  }

  private Authority ours() throws Exception {
    return Authority.of(Identity.load(bundle.certificate("ca"), bundle.key("ca")), "pis");
  }

  private void issue(Authority authority, String user, int days) throws IOException {
    authority
        .issue(user, Purpose.CLIENT, now.plus(Duration.ofDays(days)))
        .save(bundle.certificate(user), bundle.key(user));
  }

  private List<String> make(ProvisionOptions how, Instant when) throws Exception {
    return new Provision(testbed, how, when).run();
  }
}
