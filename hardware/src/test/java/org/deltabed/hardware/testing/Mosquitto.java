package org.deltabed.hardware.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A Mosquitto on loopback with one user and no anonymous clients, which can be taken away. */
public final class Mosquitto implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
  private static final String USER = "deltabed";
  private static final String PASSWORD = "a-password-for-tests";

  private final Path folder;
  private final Path configuration;
  private final int port;
  private Process process;

  private Mosquitto(Path folder, int port, Map<String, String> rulesByUser)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.port = port;
    Path passwords = Files.writeString(folder.resolve("passwords"), "");
    StringBuilder rules = new StringBuilder();
    for (Map.Entry<String, String> user : rulesByUser.entrySet()) {
      run("mosquitto_passwd", "-b", passwords.toString(), user.getKey(), PASSWORD);
      rules.append("user ").append(user.getKey()).append('\n').append(user.getValue()).append('\n');
    }
    Path access = Files.writeString(folder.resolve("access"), rules);
    Files.setPosixFilePermissions(
        access, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    configuration =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            """
            listener %d 127.0.0.1
            allow_anonymous false
            password_file %s
            acl_file %s
            persistence false
            user %s
            """
                .formatted(port, passwords, access, System.getProperty("user.name")));
  }

  /**
   * Starts one; where none is installed the test is skipped, and fails where CI is true.
   *
   * @param rules what its one user may do, as lines of an access file
   */
  public static Mosquitto start(Path folder, String rules)
      throws IOException, InterruptedException {
    return start(folder, Map.of(USER, rules));
  }

  /** One with several users, each with what it may do. */
  public static Mosquitto start(Path folder, Map<String, String> rules)
      throws IOException, InterruptedException {
    if (!Files.isExecutable(PROGRAM)) {
      String missing = PROGRAM + " is not installed: plugs are NOT tested";
      System.out.println(missing);
      Assertions.assertFalse("true".equals(System.getenv("CI")), missing);
      Assumptions.abort(missing);
    }
    Mosquitto mosquitto = new Mosquitto(folder, freePort(), rules);
    mosquitto.start();
    return mosquitto;
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process done = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(done.getInputStream().readAllBytes(), Charset.defaultCharset());
    Assertions.assertEquals(0, done.waitFor(), output);
  }

  /** Starts it, also again on the same port, and waits until it listens. */
  public void start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(List.of(PROGRAM.toString(), "-c", configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    for (int i = 0; i < 500; i++) {
      try (java.net.Socket _ = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    Assertions.fail("mosquitto does not listen: " + Files.readString(folder.resolve("log")));
  }

  /** Takes it away by SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Stops it by SIGSTOP: it keeps its connections and does nothing. */
  public void pause() throws IOException, InterruptedException {
    run("kill", "-STOP", Long.toString(process.pid()));
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    run("kill", "-CONT", Long.toString(process.pid()));
  }

  /** For the lab and for simulated plugs alike. */
  public BrokerLogin login() {
    return login(USER);
  }

  /** For one of several users. */
  public BrokerLogin login(String user) {
    return new BrokerLogin("tcp://127.0.0.1:" + port, user, PASSWORD, null);
  }

  @Override
  public void close() {
    kill();
  }
}
