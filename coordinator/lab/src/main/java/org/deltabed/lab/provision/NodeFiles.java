package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.NamedCertificate;
import org.deltabed.agent.tls.Pem;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.provision.deb.DebPackage;
import org.deltabed.lab.provision.deb.PackageFile;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** What each node's folder holds: its package, the boot settings, and what to do with them. */
record NodeFiles(
    Testbed testbed, LabBundle lab, BundleFolder bundle, AgentJars jars, ProvisionOptions options) {

  void write(Instant now, List<String> did) throws IOException, InterruptedException {
    List<PackageFile> runtime = runtime();
    for (NodeSpec node : testbed.nodes()) {
      Path folder = bundle.node(node.id());
      NodePackage.Program program = new NodePackage.Program(jars, runtime);
      NodePackage making = new NodePackage(testbed, node, lab, program);
      String readme = readme(node);
      DebPackage made = making.make(bundle, readme, now);
      Path file = folder.resolve(made.fileName());
      SafeFile.write(file, made.bytes(), SafeFile.PRIVATE);
      dropOlder(folder, file);
      SafeFile.write(folder.resolve("README.txt"), readme, SafeFile.PUBLIC);
      SafeFile.write(
          folder.resolve("config.txt.add"),
          Template.named("config-" + board(node) + ".txt").text(),
          SafeFile.PUBLIC);
      did.add("made " + bundle.root().relativize(file));
    }
  }

  private List<PackageFile> runtime() throws IOException, InterruptedException {
    if (options.jmods().isEmpty()) {
      return List.of();
    }
    Path draft = Files.createTempDirectory("deltabed-runtime");
    try {
      return JavaRuntime.link(options.jmods().get(), draft.resolve("runtime"));
    } finally {
      Session.remove(draft);
    }
  }

  private static String board(NodeSpec node) {
    return node.made().board().isEmpty() ? "pc" : node.made().board();
  }

  /** Packages of earlier revisions: their keys may not be good any more. */
  private static void dropOlder(Path folder, Path kept) throws IOException {
    try (DirectoryStream<Path> packages = Files.newDirectoryStream(folder, "*.deb")) {
      for (Path found : packages) {
        if (!found.equals(kept)) {
          Files.delete(found);
        }
      }
    }
  }

  private String readme(NodeSpec node) throws IOException {
    String machine = Architecture.of(node).debian();
    return Template.named("node-README.txt")
        .fill(
            Map.of(
                "NODE", node.name(),
                "TESTBED", testbed.name(),
                "BOARD", boardName(node),
                "BROKER", lab.brokerUrl(),
                "ADAPTER",
                    node.made().adapter().isEmpty() ? "an RS-485 adapter" : node.made().adapter(),
                "SERIAL", node.serial(),
                "PACKAGE", "deltabed-agent_" + lab.version() + "_" + machine + ".deb",
                "RENEW", lab.renewal(),
                "EXPIRES", lastDay(node)));
  }

  private static String boardName(NodeSpec node) {
    return switch (node.made().board()) {
      case "pi3" -> "Raspberry Pi 3";
      case "pi4" -> "Raspberry Pi 4";
      case "pi5" -> "Raspberry Pi 5";
      case "zero2w" -> "Raspberry Pi Zero 2 W";
      default -> "machine";
    };
  }

  private String lastDay(NodeSpec node) throws IOException {
    try {
      Path file = bundle.certificate(Credentials.nodeUser(node.id()));
      return new NamedCertificate(Pem.certificate(file)).lastDay().toString();
    } catch (CertificateRefused e) {
      throw new IllegalStateException(e); // it was written just now
    }
  }
}
