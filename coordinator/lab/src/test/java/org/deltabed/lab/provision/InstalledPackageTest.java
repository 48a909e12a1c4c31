package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node's package, installed by dpkg in a Debian of its own, and its agent in the cycle of a
 * virtual bus with two others; then installed again, and removed.
 */
class InstalledPackageTest {

  private static final long JOIN_S = 120;
  private static final int JITTER_US = 20_000;

  @TempDir private Path folder;

  @Test
  void the_package_for_a_pc_is_installed_and_its_agent_joins() throws Exception {
    try (DebianRoot root =
            DebianRoot.in(folder, "amd64", "openjdk-25-jre-headless", "systemd", "udev");
        ProvisionedRig rig = new ProvisionedRig(folder, Wirings.virtual(folder, "pc", JITTER_US))) {
      Installation node = new Installation(rig, root, true);
      node.install();
      root.run("systemd-analyze", "verify", "deltabed-agent.service").orFail();
      assertEquals(
          "enabled", root.run("systemctl", "is-enabled", "deltabed-agent").output().strip());
      Process agent = node.joins(JOIN_S);
      agent.destroy(); // as the service is stopped before its package goes
      assertTrue(agent.waitFor(JOIN_S, TimeUnit.SECONDS));
      reinstallKeepsWhatAPersonChanged(node);
      purgeLeavesAMountPoint(root);
      root.run("dpkg", "--purge", "deltabed-agent").orFail();
      assertFalse(Files.exists(root.path().resolve("etc/deltabed")), "keys are left");
      assertFalse(Files.exists(root.path().resolve("var/lib/deltabed")), "spools are left");
      assertFalse(Files.exists(root.path().resolve("usr/lib/deltabed")), "the agent is left");
      assertFalse(Files.readString(root.path().resolve("etc/passwd")).contains("deltabed"));
    }
  }

  /** Where the spools have a partition of their own, as the node's README has it. */
  private static void purgeLeavesAMountPoint(DebianRoot root) throws Exception {
    String script =
        """
        set -e
        cp -a /etc/deltabed /tmp/etc-deltabed
        mount -t tmpfs spools /var/lib/deltabed
        mkdir -p /var/lib/deltabed/spool
        echo evidence >/var/lib/deltabed/spool/.hidden
        sh /var/lib/dpkg/info/deltabed-agent.postrm purge
        test -d /var/lib/deltabed
        test -z "$(ls -A /var/lib/deltabed)"
        cp -a /tmp/etc-deltabed /etc/deltabed
        """;
    root.run("sh", "-c", script).orFail();
  }

  /** dpkg asks before it replaces a changed configuration; without an answer it stays. */
  private static void reinstallKeepsWhatAPersonChanged(Installation node) throws Exception {
    Path deb = node.copyPackage();
    node.root().run("dpkg", "--force-confdef", "-i", "/tmp/" + deb.getFileName()).orFail();
    Path settings = node.root().path().resolve("etc/deltabed/agent.json");
    assertFalse(Files.readString(settings).contains("/dev/deltabed-bus"));
  }
}
