package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.NamedCertificate;
import org.deltabed.wiring.Testbed;

/** What the lab machine's folder holds beside keys and certificates. */
record CoordinatorFiles(Testbed testbed, LabBundle lab, BundleFolder bundle) {

  private static final String SERVICE_FOLDER = "/etc/mosquitto/deltabed";

  void write() throws IOException {
    String bind = BrokerPlace.isLoopback(testbed.broker()) ? testbed.broker().host() : "";
    int port = BrokerPlace.port(testbed.broker());
    int plugPort = hasPlugs() ? BrokerPlace.plugPort(testbed.broker()) : 0;
    SafeFile.write(bundle.wiring(), testbed.toJson(), SafeFile.PUBLIC);
    SafeFile.write(
        bundle.mosquitto().resolve("deltabed.acl"),
        MosquittoAccess.text(testbed, lab.rules(testbed)),
        SafeFile.PRIVATE);
    SafeFile.write(
        bundle.mosquitto().resolve("deltabed.conf"),
        new MosquittoConfiguration(
                bind, port, plugPort, MosquittoConfiguration.Files.in(SERVICE_FOLDER), "")
            .text(),
        SafeFile.PUBLIC);
    SafeFile.write(
        bundle.mosquitto().resolve("by-hand.conf"),
        new MosquittoConfiguration(
                bind, port, plugPort, files(bundle), System.getProperty("user.name"))
            .text(),
        SafeFile.PUBLIC);
    SafeFile.write(bundle.coordinator().resolve("README.txt"), readme(port), SafeFile.PUBLIC);
    Path top = bundle.root().resolve("README.txt");
    if (!Files.exists(top)) {
      SafeFile.write(top, Template.named("bundle-README.txt").text(), SafeFile.PUBLIC);
    }
  }

  private boolean hasPlugs() {
    return !lab.rules(testbed).plugs().isEmpty();
  }

  /** The broker's files where they are in a bundle. */
  static MosquittoConfiguration.Files files(BundleFolder bundle) {
    return new MosquittoConfiguration.Files(
        absolute(bundle.certificate("ca")),
        absolute(bundle.certificate(BundleFolder.BROKER)),
        absolute(bundle.key(BundleFolder.BROKER)),
        absolute(bundle.mosquitto().resolve("deltabed.acl")),
        absolute(bundle.passwords()));
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private String readme(int port) throws IOException {
    StringBuilder ends = new StringBuilder();
    try {
      for (NamedCertificate certificate : lab.certificates()) {
        ends.append("  %s  %s%n".formatted(certificate.lastDay(), certificate.name()));
      }
    } catch (CertificateRefused e) {
      throw new IllegalStateException(e); // it was written just now
    }
    return Template.named("coordinator-README.txt")
        .fill(
            Map.of(
                "TESTBED", testbed.name(),
                "PORT", Integer.toString(port),
                "BROKER", lab.brokerUrl(),
                "INSTALL_PASSWORDS",
                    hasPlugs() ? Template.named("coordinator-README-passwords.txt").text() : "",
                "PLUGS", hasPlugs() ? new PlugNotes(testbed, lab).text() : "",
                "RENEW", lab.renewal(),
                "EXPIRES", ends.toString().stripTrailing()));
  }
}
