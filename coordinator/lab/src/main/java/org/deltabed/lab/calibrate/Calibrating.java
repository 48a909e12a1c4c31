package org.deltabed.lab.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.deltabed.lab.bench.BenchNews;
import org.deltabed.lab.check.OpenBench;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;

/** Measures the bus of a testbed, from its description to what should stand in it. */
public final class Calibrating {

  private Calibrating() {}

  /**
   * Brings the testbed up, measures, puts it away.
   *
   * @param bench what {@code deltabed provision} made, where the nodes are real
   * @param seconds how long to measure, beside the start
   * @param json whether the answer is one JSON object, or a table
   * @param phase told what goes on
   */
  public static String of(
      Path file, Optional<Path> bench, long seconds, boolean json, Consumer<String> phase)
      throws IOException, InterruptedException {
    Testbed described = TestbedFile.load(file);
    // With the widest slots that it may have: who halts itself cannot be measured.
    Testbed testbed = described.withReceiveJitterNs(described.receiveJitterRange().maxNs());
    phase.accept(
        (testbed.node(1).isVirtual() ? "starting " : "looking for ") + testbed.n() + " nodes");
    BenchNews news =
        new BenchNews() {
          @Override
          public void asked(String text) {
            phase.accept(text);
          }
        };
    try (OpenBench open = OpenBench.open(file, testbed, bench, news)) {
      Measured measured = new Calibration(testbed, open).measure(seconds, phase);
      CalibrationText text = new CalibrationText(testbed, measured);
      return json ? text.json() : text.table();
    }
  }
}
