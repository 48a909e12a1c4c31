package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.lab.testing.SystemTools;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the packages, as Debian's own tools see it. */
class NodePackageTest {

  private static final String EXPOSURE_MAX = "20"; // 2.0 of 10

  @TempDir private static Path folder;

  private static Path pis;

  @BeforeAll
  static void make() throws Exception {
    pis = folder.resolve("pis");
    Path wiring = Wirings.pis(folder);
    Testbed testbed = TestbedFile.load(wiring);
    new Provision(
            testbed, ProvisionOptions.fresh(SystemTools.builtHome(), wiring, pis), Instant.now())
        .run();
  }

  @Test
  void a_package_has_all_that_a_node_needs_and_its_keys_are_private() throws Exception {
    SystemTools.require("the package's contents", "dpkg-deb");
    String list = SystemTools.run("dpkg-deb", "--contents", deb(pis, 1).toString()).orFail();
    for (String path :
        List.of(
            "/usr/lib/deltabed/deltabed-agent",
            "/usr/lib/deltabed/java.options",
            "/usr/lib/deltabed/native/libjSerialComm.so",
            "/usr/lib/deltabed/lib/deltabed-agent-0.1.0.jar",
            "/usr/lib/systemd/system/deltabed-agent.service",
            "/usr/lib/udev/rules.d/60-deltabed.rules",
            "/etc/deltabed/agent.json",
            "/etc/deltabed/wiring.json",
            "/etc/deltabed/node.crt",
            "/usr/share/doc/deltabed-agent/README.txt",
            "/usr/share/doc/deltabed-agent/copyright")) {
      assertTrue(list.contains(" ." + path + "\n"), path + " is missing\n" + list);
    }
    for (String line : list.lines().toList()) {
      if (line.contains("/private")) {
        assertTrue(line.startsWith("-rw-------") || line.startsWith("drwx------"), line);
      }
      assertTrue(line.contains(" root/root "), line);
    }
    assertFalse(list.contains("ca.key"), "the authority's key has left the lab machine");
    String control = SystemTools.run("dpkg-deb", "--info", deb(pis, 1).toString()).orFail();
    assertTrue(control.contains("Architecture: arm64"), control);
    assertTrue(control.contains("openjdk-25-jre-headless"), control);
  }

  @Test
  void the_settings_are_of_this_node_and_its_board() throws Exception {
    Path unpacked = unpack(deb(pis, 2));
    String settings = Files.readString(unpacked.resolve("etc/deltabed/agent.json"));
    assertTrue(settings.contains("\"node\" : 2"), settings);
    assertTrue(settings.contains("\"serial\" : \"/dev/ttyUSB0\""), settings);
    assertTrue(settings.contains("\"gpio\" : \"pinctrl-rp1\""), settings);
    String rules = Files.readString(unpacked.resolve("usr/lib/udev/rules.d/60-deltabed.rules"));
    assertTrue(rules.contains("ATTR{latency_timer}=\"1\""), rules);
    assertTrue(rules.contains("KERNEL==\"ttyUSB0\""), rules);
    assertTrue(
        Files.readString(pis.resolve("node2/config.txt.add")).contains("dtoverlay=uart0-pi5"));
    assertTrue(
        Files.readString(pis.resolve("node1/config.txt.add")).contains("dtoverlay=disable-bt"));
    assertTrue(Files.readString(pis.resolve("node3/config.txt.add")).contains("enable_uart=1"));
  }

  @Test
  void a_link_s_checksums_hold() throws Exception {
    Path unpacked = unpack(deb(pis, 1));
    SystemTools.run("dpkg-deb", "--control", deb(pis, 1).toString(), unpacked + "/DEBIAN").orFail();
    SystemTools.run("sh", "-c", "cd " + unpacked + " && md5sum --check --quiet DEBIAN/md5sums")
        .orFail();
  }

  @Test
  void lintian_has_nothing_to_say() throws Exception {
    SystemTools.require("the package's lint", "lintian");
    for (int node = 1; node <= 3; node++) {
      lint(deb(pis, node));
    }
  }

  /** Those in wiring/ that are of real nodes. */
  @Test
  void a_bundle_is_made_for_every_reference_testbed() throws Exception {
    Path home = SystemTools.builtHome();
    List<Path> files;
    try (Stream<Path> all = Files.list(home.resolve("wiring"))) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    int made = 0;
    for (Path file : files) {
      Testbed testbed = TestbedFile.load(file);
      if (testbed.nodes().stream().anyMatch(NodeSpec::isVirtual)) {
        continue;
      }
      Path out = folder.resolve(testbed.name());
      new Provision(testbed, ProvisionOptions.fresh(home, file, out), Instant.now()).run();
      for (NodeSpec node : testbed.nodes()) {
        String added = Files.readString(out.resolve("node" + node.id() + "/config.txt.add"));
        assertTrue(added.contains("dtoverlay"), testbed.name() + ": " + added);
      }
      lint(deb(out, testbed.node(1).id()));
      verify(unpack(deb(out, testbed.node(1).id())));
      LabBundle.read(out).require(testbed, Instant.now());
      made++;
    }
    assertEquals(3, made, files.toString());
  }

  @Test
  void with_modules_at_hand_the_package_brings_its_own_java() throws Exception {
    Path jmods = ArmModules.find();
    Path out = folder.resolve("own-java");
    Path wiring = Wirings.pis(folder);
    Testbed testbed = TestbedFile.load(wiring);
    new Provision(
            testbed,
            ProvisionOptions.fresh(SystemTools.builtHome(), wiring, out).withJmods(jmods),
            Instant.now())
        .run();
    lint(deb(out, 1));
    Path unpacked = unpack(deb(out, 1));
    Path java = unpacked.resolve("usr/lib/deltabed/runtime/bin/java");
    assertTrue(Files.isExecutable(java));
    assertEquals(183, Files.readAllBytes(java)[18] & 0xff, "not a program for arm64 (EM_AARCH64)");
    String control = SystemTools.run("dpkg-deb", "--info", deb(out, 1).toString()).orFail();
    assertFalse(control.contains("openjdk"), control);
  }

  @Test
  void the_service_is_well_formed_and_has_little_to_attack() throws Exception {
    SystemTools.require("the service's unit", "systemd-analyze");
    for (int node = 1; node <= 3; node++) {
      Path root = unpack(deb(pis, node));
      verify(root);
    }
    String unit =
        Files.readString(
            unpack(deb(pis, 1)).resolve("usr/lib/systemd/system/deltabed-agent.service"));
    assertTrue(unit.contains("\nRestart=no\n"), unit);
    assertTrue(unit.contains("\nCPUSchedulingPolicy=fifo\n"), unit);
    assertTrue(unit.contains("\nIPAddressAllow=192.168.7.1\n"), unit);
  }

  @Test
  void nothing_sets_the_clock_while_the_agent_runs() throws Exception {
    String unit =
        Files.readString(
            unpack(deb(pis, 1)).resolve("usr/lib/systemd/system/deltabed-agent.service"));
    for (String setter : List.of("systemd-timesyncd", "chrony", "ntpsec", "ntp", "openntpd")) {
      assertTrue(
          unit.lines()
              .anyMatch(
                  line -> line.startsWith("Conflicts=") && line.contains(setter + ".service")),
          unit);
    }
  }

  private static void verify(Path root) throws Exception {
    Path units = root.resolve("usr/lib/systemd/system");
    try (Stream<Path> own = Files.list(Path.of("/lib/systemd/system"))) {
      for (Path unit : own.filter(path -> path.toString().endsWith(".target")).toList()) {
        SystemTools.run("cp", "-an", unit.toString(), units.toString()).orFail();
      }
    }
    SystemTools.Done verified =
        SystemTools.run(
            "systemd-analyze", "verify", "--man=no", "--root=" + root, "deltabed-agent.service");
    assertEquals(0, verified.code(), verified.output());
    assertFalse(verified.output().contains("deltabed-agent"), verified.output());
    SystemTools.run(
            "systemd-analyze",
            "security",
            "--offline=true",
            "--no-pager",
            "--root=" + root,
            "--threshold=" + EXPOSURE_MAX,
            "deltabed-agent.service")
        .orFail();
  }

  private static void lint(Path deb) throws Exception {
    SystemTools.run("lintian", "--allow-root", "--fail-on", "error,warning", deb.toString())
        .orFail();
  }

  private static Path deb(Path bundle, int node) throws IOException {
    try (DirectoryStream<Path> debs =
        Files.newDirectoryStream(bundle.resolve("node" + node), "*.deb")) {
      return debs.iterator().next();
    }
  }

  private static Path unpack(Path deb) throws Exception {
    Path into = Files.createTempDirectory(folder, "unpacked");
    SystemTools.run("dpkg-deb", "--extract", deb.toString(), into.toString()).orFail();
    return into;
  }
}
