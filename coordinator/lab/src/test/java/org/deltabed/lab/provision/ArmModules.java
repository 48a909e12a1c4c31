package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A JDK's modules for arm64, out of Debian's own package for it. */
final class ArmModules {

  private ArmModules() {}

  /** The folder of the {@code *.jmod} files. */
  static Path find() throws IOException, InterruptedException {
    Path root = DebianRoot.cached("arm64", List.of("openjdk-25-jdk-headless"));
    try (Stream<Path> machines = Files.list(root.resolve("usr/lib/jvm"))) {
      return machines
          .map(machine -> machine.resolve("jmods"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow();
    }
  }
}
