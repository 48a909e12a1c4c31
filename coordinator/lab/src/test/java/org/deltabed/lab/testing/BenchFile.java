package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Descriptions of virtual benches for tests: slots that are given and wide, wires as wanted. */
public final class BenchFile {

  private static final Path WIRING = Path.of("../../wiring");

  private BenchFile() {}

  /**
   * Writes a description.
   *
   * @param like {@code virtual-lab-3.yaml} or {@code virtual-lab-5.yaml}
   * @param miswired as in the description's {@code virtual}, without the brackets; may be empty
   */
  public static Path of(Path folder, String like, String miswired) throws IOException {
    String wiring =
        Files.readString(WIRING.resolve(like))
            .replaceFirst("receiveJitterUs: measured.*", "receiveJitterUs: 40000")
            .replaceAll("(?m)^ *receiveJitterUsM(in|ax):.*\\R", "");
    if (!miswired.isEmpty()) {
      wiring += "virtual:\n  miswired: [" + miswired + "]\n";
    }
    return Files.writeString(folder.resolve("bench.yaml"), wiring);
  }
}
