package org.deltabed.lab.virtual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltabed.agent.AgentLaunch;
import org.deltabed.wiring.Testbed;

/**
 * The AOT cache of virtual nodes' agents. It is bound to the JDK and the agent's jars, which are
 * its key; from folders of classes, as in tests, there is none.
 */
public final class AgentCache {

  private static final AtomicInteger FAILURES = new AtomicInteger();

  private AgentCache() {}

  /**
   * The cache, made if there is none yet; empty if there cannot be one.
   *
   * @param testbed whose bus and nodes the agents are trained with
   */
  public static synchronized Optional<Path> find(Testbed testbed) throws InterruptedException {
    try {
      List<Path> jars = jars(AgentCommand.classPath());
      Path home = Path.of(System.getProperty("user.home", ""));
      if (jars.isEmpty() || !home.isAbsolute()) {
        return Optional.empty();
      }
      AotCache caches = new AotCache(home.resolve(".cache/deltabed/aot"));
      return caches.get(key(jars), draft -> new AgentTraining(testbed).make(draft));
    } catch (IOException | RuntimeException e) {
      FAILURES.incrementAndGet(); // agents start more slowly, and that is all
      return Optional.empty();
    }
  }

  /** How often this process wanted a cache and could not make it. */
  public static int failures() {
    return FAILURES.get();
  }

  /** The flags for an agent's Java that has this cache. */
  public static List<String> flags(Optional<Path> cache) {
    return cache
        .filter(Files::isRegularFile) // one that has gone costs more than none
        .map(file -> List.of("-XX:AOTCache=" + file))
        .orElse(List.of());
  }

  /** The jars of a class path; empty if not all of it is jars. */
  private static List<Path> jars(String classPath) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String element : classPath.split(":", -1)) {
      if (element.endsWith("/*")) {
        Path folder = Path.of(element.substring(0, element.length() - 2));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
          files.forEach(jars::add);
        }
      } else if (element.endsWith(".jar")) {
        jars.add(Path.of(element));
      } else {
        return List.of();
      }
    }
    Collections.sort(jars);
    return jars;
  }

  private static String key(List<Path> jars) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(System.getProperty("java.vm.version")).append(System.getProperty("java.home"));
    text.append(System.getProperty("os.arch")).append(AgentLaunch.JVM_FLAGS);
    for (Path jar : jars) {
      text.append(jar.toRealPath()).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
