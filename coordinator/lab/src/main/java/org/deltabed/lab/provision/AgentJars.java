package org.deltabed.lab.provision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deltabed.wiring.BadInput;

/**
 * The agent's program as it was built: its jar and those that it runs with.
 *
 * @param jars in the order of the class path
 */
record AgentJars(List<Path> jars) {

  private static final String SERIAL = "jSerialComm";
  private static final String NATIVE = "libjSerialComm.so";

  AgentJars {
    jars = List.copyOf(jars);
  }

  /**
   * Those of a checkout.
   *
   * @throws BadInput if it is not built
   */
  static AgentJars of(Path home) throws IOException {
    Path target = home.resolve("firmware-node/agent/target");
    List<Path> jars = new ArrayList<>();
    for (Path folder : List.of(target, target.resolve("lib"))) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
          List<Path> sorted = new ArrayList<>();
          found.forEach(sorted::add);
          sorted.sort(Comparator.comparing(Path::toString));
          jars.addAll(sorted);
        }
      }
    }
    if (jars.size() < 2) {
      throw new BadInput(
          target.toString(), 0, "the agent is not built", "./mvnw package, or ./deltabed");
    }
    return new AgentJars(jars);
  }

  /** The class path when all jars are in that folder. */
  String classPath(String folder) {
    StringBuilder path = new StringBuilder();
    for (Path jar : jars) {
      path.append(path.isEmpty() ? "" : ":").append(folder).append('/').append(jar.getFileName());
    }
    return path.toString();
  }

  /** The serial driver's native library for a machine, out of its jar. */
  byte[] serialLibrary(Architecture architecture) throws IOException {
    for (Path jar : jars) {
      if (jar.getFileName().toString().startsWith(SERIAL)) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          ZipEntry entry = zip.getEntry("Linux/" + architecture.serialFolder() + "/" + NATIVE);
          try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
          }
        }
      }
    }
    throw new IllegalStateException("the agent has no " + SERIAL);
  }
}
