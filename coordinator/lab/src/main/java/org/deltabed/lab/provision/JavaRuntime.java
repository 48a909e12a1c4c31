package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.lab.provision.deb.PackageFile;
import org.deltabed.wiring.BadInput;

/**
 * A Java of its own for the package, linked by jlink from the modules of the node's kind of
 * machine; 55 MB in place of the 200 MB that a whole one takes.
 */
final class JavaRuntime {

  /** What the agent needs; a test runs it with these alone. */
  static final String MODULES = "java.base,java.logging,java.management,jdk.unsupported";

  private static final String INSTALLED = "usr/lib/deltabed/runtime/";

  private JavaRuntime() {}

  /**
   * Links one.
   *
   * @param jmods folder of a JDK 25's {@code *.jmod} files, for the node's machine
   * @param into where it is put together; must not exist
   * @throws BadInput if these are not such modules
   */
  static List<PackageFile> link(Path jmods, Path into) throws IOException, InterruptedException {
    if (!Files.isRegularFile(jmods.resolve("java.base.jmod"))) {
      throw bad(jmods, "there is no java.base.jmod");
    }
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
            "--module-path",
            jmods.toString(),
            "--add-modules",
            MODULES,
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            into.toString());
    Process jlink = new ProcessBuilder(command).redirectErrorStream(true).start();
    jlink.getOutputStream().close();
    String said = new String(jlink.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jlink.waitFor() != 0) {
      throw bad(jmods, "jlink says: " + said.strip());
    }
    return files(into);
  }

  private static List<PackageFile> files(Path runtime) throws IOException {
    List<PackageFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(runtime)) {
      for (Path file : all.sorted().toList()) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          boolean program = Files.isExecutable(file) && !file.toString().endsWith(".so");
          files.add(
              PackageFile.copy(
                  INSTALLED + runtime.relativize(file),
                  program ? PackageFile.PROGRAM : PackageFile.PLAIN,
                  file));
        }
      }
    }
    return files;
  }

  private static BadInput bad(Path jmods, String rule) {
    return new BadInput(
        jmods.toString(),
        0,
        rule,
        "name the jmods folder of a JDK "
            + Runtime.version().feature()
            + " for the nodes' machines, or leave --jmods out: the package then depends on "
            + "openjdk-25-jre-headless");
  }
}
