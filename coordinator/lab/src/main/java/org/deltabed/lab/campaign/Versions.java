package org.deltabed.lab.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deltabed.hardware.RealTimePriority;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a campaign ran on: program, Java, system. */
public final class Versions {

  /** The version of deltabed. */
  public static final String DELTABED = "0.1.0";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Versions() {}

  /** As one JSON object. */
  public static String json() {
    ObjectNode versions = JSON.createObjectNode();
    versions.put("deltabed", DELTABED);
    commit().ifPresent(commit -> versions.put("commit", commit));
    versions.put("java", System.getProperty("java.runtime.version"));
    versions.put("javaVendor", System.getProperty("java.vendor"));
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    versions.put("arch", System.getProperty("os.arch"));
    versions.put("processors", Runtime.getRuntime().availableProcessors());
    versions.put("realTimePriority", realTime());
    cpu().ifPresent(cpu -> versions.put("cpu", cpu));
    return JSON.writeValueAsString(versions) + "\n";
  }

  /** Whether the system lets slots have real-time priority; tried on a thread that ends at once. */
  private static boolean realTime() {
    AtomicBoolean granted = new AtomicBoolean();
    Thread probe = Thread.ofPlatform().start(() -> granted.set(RealTimePriority.WATCH.request()));
    try {
      probe.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return granted.get();
  }

  private static Optional<String> cpu() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      return Files.readAllLines(info).stream()
          .filter(line -> line.startsWith("model name") || line.startsWith("Model"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // not Linux; the report then says nothing of the processor
    }
  }

  /**
   * The commit of the checkout that this was started from, with a plus sign if the tree differs
   * from it.
   */
  private static Optional<String> commit() {
    String home = System.getProperty("deltabed.home");
    if (home == null || !Files.exists(Path.of(home, ".git"))) {
      return Optional.empty();
    }
    Optional<String> head = git(home, "rev-parse", "--short=12", "HEAD");
    Optional<String> changes = git(home, "status", "--porcelain", "--untracked-files=no");
    return head.map(commit -> commit + (changes.orElse("").isEmpty() ? "" : "+"));
  }

  private static Optional<String> git(String home, String... arguments) {
    String[] command = new String[arguments.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = home;
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String out =
          new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0
          ? Optional.of(out.strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no git here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
