package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.deltabed.lab.testing.SystemTools;

/** A Mosquitto with the configuration that a bundle says to start it with by hand. */
final class TlsMosquitto implements AutoCloseable {

  private static final long WAIT_MS = 10_000;

  private final Path log;
  private final Process process;

  private TlsMosquitto(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  static TlsMosquitto start(BundleFolder bundle) throws IOException, InterruptedException {
    SystemTools.require("the bundle's broker (F38)", "mosquitto");
    Path log = bundle.root().resolve("mosquitto.log");
    Path configuration = bundle.mosquitto().resolve("by-hand.conf").toAbsolutePath();
    Process process =
        new ProcessBuilder("/usr/sbin/mosquitto", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    TlsMosquitto mosquitto = new TlsMosquitto(log, process);
    for (long ms = 0; ms < WAIT_MS && !mosquitto.log().contains("running"); ms += 50) {
      Thread.sleep(50);
    }
    if (!mosquitto.log().contains("running")) {
      throw new IOException(mosquitto.log());
    }
    return mosquitto;
  }

  /** What it has said. */
  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
