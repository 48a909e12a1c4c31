package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.deltabed.lab.provision.certificates.Authority;
import org.deltabed.lab.provision.certificates.Identity;
import org.deltabed.lab.provision.certificates.Purpose;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SystemTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real agents and the lab meet at Mosquitto by mutual TLS, from end to end. */
class MutualTlsAgentTest {

  private static final long JOIN_S = 60;

  @TempDir private Path folder;

  @Test
  void nodes_report_and_obey_by_mutual_tls() throws Exception {
    try (ProvisionedRig rig = new ProvisionedRig(folder, Wirings.virtual(folder, "pc", 20_000))) {
      rig.start(1, Map.of());
      rig.start(2, Map.of());
      Process third = rig.start(3, Map.of());
      assertTrue(rig.awaitJoined(JOIN_S, 1, 2, 3), rig.story(1, 2, 3));
      String shutdown = "{\"cmd\":\"shutdown\",\"session\":\"" + rig.lab().session() + "\"}";
      assertTrue(rig.link().command(3, shutdown));
      assertTrue(third.waitFor(JOIN_S, TimeUnit.SECONDS), rig.story(3));
      assertEquals(0, third.exitValue(), rig.story(3));
    }
  }

  @Test
  void an_agent_needs_no_more_modules_than_its_package_brings() throws Exception {
    Path runtime = folder.resolve("runtime");
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    SystemTools.run(
            jlink.toString(), "--add-modules", JavaRuntime.MODULES, "--output", runtime.toString())
        .orFail();
    Path java = runtime.resolve("bin/java");
    try (ProvisionedRig rig = new ProvisionedRig(folder, Wirings.virtual(folder, "pc", 20_000))) {
      Process first = rig.start(1, java);
      rig.start(2, java);
      rig.start(3, java);
      assertTrue(rig.awaitJoined(JOIN_S, 1, 2, 3), rig.story(1, 2, 3));
      String shutdown = "{\"cmd\":\"shutdown\",\"session\":\"" + rig.lab().session() + "\"}";
      assertTrue(rig.link().command(1, shutdown));
      assertTrue(first.waitFor(JOIN_S, TimeUnit.SECONDS), rig.story(1));
      String said = rig.story(1, 2, 3);
      assertFalse(said.contains("NoClassDefFoundError"), said);
      assertFalse(said.contains("ClassNotFoundException"), said);
    }
  }

  @Test
  void an_agent_tells_its_service_manager_that_it_is_ready_and_lives() throws Exception {
    try (ProvisionedRig rig = new ProvisionedRig(folder, Wirings.virtual(folder, "pc", 20_000));
        NotifySocket socket = new NotifySocket(folder.resolve("notify"))) {
      Process agent =
          rig.start(
              1, Map.of("NOTIFY_SOCKET", socket.path().toString(), "WATCHDOG_USEC", "2000000"));
      assertEquals("READY=1", socket.next(JOIN_S));
      assertEquals("WATCHDOG=1", socket.next(JOIN_S));
      assertEquals("WATCHDOG=1", socket.next(JOIN_S));
      DeltabedProcess.signal("STOP", agent.toHandle()); // a node that stands still says nothing
      socket.drain();
      assertEquals("", socket.next(3));
      DeltabedProcess.signal("CONT", agent.toHandle());
      assertEquals("WATCHDOG=1", socket.next(JOIN_S));
      agent.destroy(); // SIGTERM, as systemd does
      String last = socket.next(JOIN_S);
      while (last.equals("WATCHDOG=1")) {
        last = socket.next(JOIN_S);
      }
      assertEquals("STOPPING=1", last);
      assertTrue(agent.waitFor(JOIN_S, TimeUnit.SECONDS));
    }
  }

  @Test
  void an_agent_says_in_its_own_log_whose_certificate_is_refused() throws Exception {
    try (ProvisionedRig rig = new ProvisionedRig(folder, Wirings.virtual(folder, "pc", 20_000))) {
      BundleFolder bundle = rig.bundle();
      Authority ours =
          Authority.of(Identity.load(bundle.certificate("ca"), bundle.key("ca")), "virtual");
      Instant yesterday = Instant.now().minus(Duration.ofDays(1));
      ours.issue("node1", Purpose.CLIENT, yesterday)
          .save(bundle.certificate("node1"), bundle.key("node1"));
      Authority.create("virtual", Instant.now())
          .issue("node2", Purpose.CLIENT, Instant.now().plus(Duration.ofDays(9)))
          .save(bundle.certificate("node2"), bundle.key("node2"));
      rig.start(1, Map.of());
      Process foreign = rig.start(2, Map.of());
      assertTrue(foreign.waitFor(JOIN_S, TimeUnit.SECONDS));
      assertEquals(64, foreign.exitValue());
      said(rig, 2, "certificate of node2 is not signed by this testbed's CA");
      said(rig, 1, "certificate of node1 expired on ");
      assertFalse(rig.awaitJoined(1, 1));
    }
  }

  private static void said(ProvisionedRig rig, int node, String words) throws Exception {
    for (int tenths = 0; tenths < JOIN_S * 10; tenths++) {
      if (Files.readString(rig.log(node)).contains(words)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(rig.story(node));
  }
}
