package org.deltabed.lab.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.deltabed.lab.testing.SystemTools;

/** Node 1 of a rig, from its package in a Debian of its own. */
record Installation(ProvisionedRig rig, DebianRoot root, boolean trained) {

  void install() throws Exception {
    Path deb = copyPackage();
    String training = "DELTABED_AOT=" + (trained ? "yes" : "no");
    String said = root.run("env", training, "dpkg", "-i", "/tmp/" + deb.getFileName()).orFail();
    Path cache = root.path().resolve("var/cache/deltabed/agent.aot");
    assertEquals(trained, Files.isRegularFile(cache), "AOT cache: " + said);
    assertEquals(
        "deltabed:deltabed 600",
        root.run("stat", "-c", "%U:%G %a", "/etc/deltabed/private/node.key").orFail().strip());
    assertTrue(root.run("id", "-Gn", "deltabed").orFail().contains("dialout"));
  }

  Path copyPackage() throws IOException {
    try (DirectoryStream<Path> debs = Files.newDirectoryStream(rig.bundle().node(1), "*.deb")) {
      Path deb = debs.iterator().next();
      return Files.copy(
          deb,
          root.path().resolve("tmp").resolve(deb.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Its serial device is named as a person would do it, and it runs as the service would. */
  Process joins(long withinS) throws Exception {
    Path settings = root.path().resolve("etc/deltabed/agent.json");
    String terminal = rig.attach(1);
    String text = Files.readString(settings);
    assertTrue(text.contains("/dev/deltabed-bus"), text);
    Files.writeString(settings, text.replace("/dev/deltabed-bus", terminal));
    SystemTools.run("chmod", "666", terminal).orFail();
    List<String> command =
        root.command(
            "setpriv",
            "--reuid=deltabed",
            "--regid=deltabed",
            "--init-groups",
            "/usr/lib/deltabed/deltabed-agent",
            "--config",
            "/etc/deltabed/agent.json");
    Process agent = rig.start(command, rig.log(1), Map.of());
    rig.start(2, Map.of());
    rig.start(3, Map.of());
    assertTrue(rig.awaitJoined(withinS, 1, 2, 3), rig.story(1, 2, 3));
    assertTrue(agent.isAlive());
    return agent;
  }
}
