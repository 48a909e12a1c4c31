package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package for a Pi, installed by an arm64 dpkg in an arm64 Debian, and its agent with an arm64
 * Java in the cycle of a virtual bus: by user emulation, whose slowness leaves out the AOT cache.
 */
class EmulatedPackageTest {

  private static final long JOIN_S = 300;
  private static final int JITTER_US = 150_000; // an emulated node is slow

  @TempDir private Path folder;

  @Test
  void the_package_for_a_pi_is_installed_and_its_agent_joins() throws Exception {
    try (DebianRoot root = DebianRoot.in(folder, "arm64", "openjdk-25-jre-headless");
        ProvisionedRig rig =
            new ProvisionedRig(folder, Wirings.virtual(folder, "pi4", JITTER_US))) {
      assertEquals("aarch64", root.run("uname", "-m").orFail().strip());
      Installation node = new Installation(rig, root, false);
      node.install();
      node.joins(JOIN_S);
    }
  }
}
