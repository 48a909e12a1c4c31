package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system that a test needs: where they are missing it says so loudly. */
public final class SystemTools {

  private static final List<String> FOLDERS =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
  private static final long MINUTES_MAX = 20;

  private SystemTools() {}

  /**
   * What a program did.
   *
   * @param code its exit code
   * @param output what it printed, errors too
   */
  public record Done(int code, String output) {

    /** The output of one that must not fail. */
    public String orFail() {
      Assertions.assertEquals(0, code, output);
      return output;
    }
  }

  /** Skips the test, or fails it where CI is true, if a program is not installed. */
  public static void require(String untested, String... programs) {
    for (String program : programs) {
      boolean there =
          FOLDERS.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
      need(there, program + " is not installed: " + untested + " is NOT tested");
    }
  }

  /** Skips the test, or fails it where CI is true, if it does not run as root. */
  public static void requireRoot(String untested) {
    need(
        "root".equals(System.getProperty("user.name")), "not root: " + untested + " is NOT tested");
  }

  /** The checkout, whose agent is built. */
  public static Path builtHome() {
    Path home = Path.of("").toAbsolutePath();
    while (home != null && !Files.exists(home.resolve("firmware-node/agent"))) {
      home = home.getParent();
    }
    Assertions.assertNotNull(home, "no checkout above the working directory");
    need(
        Files.isDirectory(home.resolve("firmware-node/agent/target/lib")),
        "the agent's jars are not built (./mvnw package): its package is NOT tested");
    return home;
  }

  private static void need(boolean there, String missing) {
    if (!there) {
      System.out.println(missing);
      Assertions.assertNotEquals("true", System.getenv("CI"), missing);
      Assumptions.abort(missing);
    }
  }

  /** Runs a program to its end. */
  public static Done run(String... command) throws IOException, InterruptedException {
    return run(List.of(command));
  }

  /** Runs a program to its end. */
  public static Done run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assertions.assertTrue(process.waitFor(MINUTES_MAX, TimeUnit.MINUTES), command + ": " + output);
    return new Done(process.exitValue(), output);
  }
}
