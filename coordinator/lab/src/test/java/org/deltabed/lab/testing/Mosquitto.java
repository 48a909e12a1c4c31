package org.deltabed.lab.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  private Mosquitto(Path folder, int port) throws IOException, InterruptedException {
    this.folder = folder;
    this.port = port;
    Path passwords = folder.resolve("passwords");
    Files.deleteIfExists(passwords);
    run("mosquitto_passwd", "-b", "-c", passwords.toString(), USER, PASSWORD);
    configuration =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            """
            listener %d 127.0.0.1
            allow_anonymous false
            password_file %s
            persistence false
            user %s
            """
                .formatted(port, passwords, System.getProperty("user.name")));
  }

  /** Starts one; where none is installed the test is skipped, and fails where CI is true. */
  public static Mosquitto start(Path folder) throws IOException, InterruptedException {
    if (!Files.isExecutable(PROGRAM)) {
      String missing = PROGRAM + " is not installed: F34 is NOT tested";
      System.out.println(missing);
      Assertions.assertFalse("true".equals(System.getenv("CI")), missing);
      Assumptions.abort(missing);
    }
    Mosquitto mosquitto = new Mosquitto(folder, freePort());
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
    String output =
        new String(done.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
    Assertions.assertEquals(0, done.waitFor(), output);
  }

  /** Starts it, also again on the same port. */
  public synchronized void start() throws IOException {
    process =
        new ProcessBuilder(List.of(PROGRAM.toString(), "-c", configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
  }

  /** Takes it away by SIGKILL. */
  public synchronized void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** As {@code --broker} takes it. */
  public URI address() {
    return URI.create("mqtt://%s:%s@127.0.0.1:%d".formatted(USER, PASSWORD, port));
  }

  @Override
  public void close() {
    kill();
  }
}
