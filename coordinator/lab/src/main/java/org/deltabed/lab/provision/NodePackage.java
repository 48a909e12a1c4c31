package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deltabed.agent.AgentLaunch;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.provision.deb.DebPackage;
import org.deltabed.lab.provision.deb.Gzip;
import org.deltabed.lab.provision.deb.PackageFile;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** The package of one node: the agent, its Java if there is one, and what makes it this node. */
final class NodePackage {

  private static final String LIBRARY = "/usr/lib/deltabed";
  private static final String DOCUMENTS = "usr/share/doc/deltabed-agent/";
  private static final DateTimeFormatter RFC_5322 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Testbed testbed;
  private final NodeSpec node;
  private final LabBundle lab;
  private final Program program;
  private final Architecture architecture;

  /**
   * What is the same for all nodes of one kind of machine.
   *
   * @param runtime files of a Java of its own; empty where the package depends on the system's
   */
  record Program(AgentJars jars, List<PackageFile> runtime) {}

  NodePackage(Testbed testbed, NodeSpec node, LabBundle lab, Program program) {
    this.testbed = testbed;
    this.node = node;
    this.lab = lab;
    this.program = program;
    architecture = Architecture.of(node);
  }

  DebPackage make(BundleFolder bundle, String readme, Instant now) throws IOException {
    List<PackageFile> files = new ArrayList<>();
    addProgram(files);
    addSettings(files, bundle);
    addService(files);
    files.add(PackageFile.of(DOCUMENTS + "README.txt", PackageFile.PLAIN, readme));
    files.add(PackageFile.of(DOCUMENTS + "copyright", PackageFile.PLAIN, text("copyright")));
    files.add(
        PackageFile.of(
            DOCUMENTS + "changelog.gz",
            PackageFile.PLAIN,
            Gzip.best(changelog(now).getBytes(StandardCharsets.UTF_8))));
    files.add(
        PackageFile.of(
            "usr/share/lintian/overrides/deltabed-agent",
            PackageFile.PLAIN,
            text(program.runtime().isEmpty() ? "lintian-overrides" : "lintian-overrides-runtime")));
    Map<String, String> scripts =
        Map.of("postinst", text("postinst"), "prerm", text("prerm"), "postrm", text("postrm"));
    return new DebPackage(control(), scripts, files, now);
  }

  private Map<String, String> control() {
    Map<String, String> control = new LinkedHashMap<>();
    control.put("Package", "deltabed-agent");
    control.put("Version", lab.version());
    control.put("Architecture", architecture.debian());
    control.put("Maintainer", "deltabed <maintainers@deltabed.org>");
    control.put(
        "Depends",
        "libc6, passwd, " + (program.runtime().isEmpty() ? "openjdk-25-jre-headless" : "zlib1g"));
    control.put("Section", "misc");
    control.put("Priority", "optional");
    control.put(
        "Description",
        """
        node of a testbed for fault-tolerant protocols
         The program that runs on %s of the testbed %s: it takes part in
         rounds on a shared bus, and records what happens until its power is cut.
         .
         This package holds keys of that node, and is for it alone."""
            .formatted(node.name(), testbed.name()));
    return control;
  }

  private void addProgram(List<PackageFile> files) throws IOException {
    for (Path jar : program.jars().jars()) {
      files.add(
          PackageFile.copy("usr/lib/deltabed/lib/" + jar.getFileName(), PackageFile.PLAIN, jar));
    }
    files.add(
        PackageFile.of(
            "usr/lib/deltabed/native/libjSerialComm.so",
            PackageFile.PLAIN,
            program.jars().serialLibrary(architecture)));
    files.addAll(program.runtime());
    files.add(
        PackageFile.of(
            "usr/lib/deltabed/deltabed-agent",
            PackageFile.PROGRAM,
            Template.named("deltabed-agent").fill(Map.of("ARCHITECTURE", architecture.debian()))));
    List<String> options = new ArrayList<>(AgentLaunch.JVM_FLAGS);
    options.add("-D" + AgentLaunch.SERIAL_LIBRARY + "=" + LIBRARY + "/native");
    options.add("-cp " + program.jars().classPath(LIBRARY + "/lib"));
    files.add(
        PackageFile.of(
            "usr/lib/deltabed/java.options", PackageFile.PLAIN, String.join("\n", options) + "\n"));
  }

  private void addSettings(List<PackageFile> files, BundleFolder bundle) throws IOException {
    String user = Credentials.nodeUser(node.id());
    files.add(
        PackageFile.of(
            "etc/deltabed/agent.json", PackageFile.PLAIN, new NodeSettingsFile(node, lab).text()));
    files.add(PackageFile.of("etc/deltabed/wiring.json", PackageFile.PLAIN, testbed.toJson()));
    files.add(PackageFile.copy("etc/deltabed/ca.crt", PackageFile.PLAIN, bundle.certificate("ca")));
    files.add(
        PackageFile.copy("etc/deltabed/node.crt", PackageFile.PLAIN, bundle.certificate(user)));
    files.add(
        PackageFile.copy("etc/deltabed/private/node.key", PackageFile.SECRET, bundle.key(user)));
    files.add(
        PackageFile.copy("etc/deltabed/private/bus.key", PackageFile.SECRET, bundle.busKey()));
  }

  private void addService(List<PackageFile> files) {
    files.add(
        PackageFile.of(
            "usr/lib/systemd/system/deltabed-agent.service",
            PackageFile.PLAIN,
            new ServiceUnit(testbed, node).text()));
    String device = node.isVirtual() ? "ttyNone" : Path.of(node.serial()).getFileName().toString();
    files.add(
        PackageFile.of(
            "usr/lib/udev/rules.d/60-deltabed.rules",
            PackageFile.PLAIN,
            Template.named("60-deltabed.rules")
                .fill(Map.of("KERNEL", device.equals("deltabed-bus") ? "ttyUSB*" : device))));
  }

  private String changelog(Instant now) {
    return Template.named("changelog")
        .fill(
            Map.of(
                "VERSION", lab.version(),
                "NODE", node.name(),
                "TESTBED", testbed.name(),
                "DATE", RFC_5322.format(now)));
  }

  private static String text(String template) {
    return Template.named(template).text();
  }
}
