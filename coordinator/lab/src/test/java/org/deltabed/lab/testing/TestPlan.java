package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes plan files for tests. */
public final class TestPlan {

  private static final Path WIRING = Path.of("../../wiring").toAbsolutePath().normalize();

  private final StringBuilder text = new StringBuilder();

  private TestPlan(Path testbed, int rounds) {
    text.append("name: test\ntestbed: ").append(testbed).append('\n');
    text.append("protocol: C2\ncrashesMax: 2\nseed: 7\nrounds: ").append(rounds).append('\n');
    text.append("cases:\n");
  }

  /** On three nodes, with slots as this host needs them. */
  public static TestPlan threeNodes(int rounds) {
    return new TestPlan(WIRING.resolve("virtual-3.yaml"), rounds);
  }

  /** On five nodes, with slots as this host needs them. */
  public static TestPlan fiveNodes(int rounds) {
    return new TestPlan(WIRING.resolve("virtual-5.yaml"), rounds);
  }

  /** On the testbed that such a file describes. */
  public static TestPlan on(Path testbed, int rounds) {
    return new TestPlan(testbed, rounds);
  }

  /** Three nodes with a receive jitter that is not measured, so that a delay is surely too long. */
  public static Path threeNodesWithJitterUs(Path folder, int jitterUs) throws IOException {
    String wiring =
        Files.readString(WIRING.resolve("virtual-3.yaml"))
            .replaceFirst("receiveJitterUs: measured.*", "receiveJitterUs: " + jitterUs)
            .replaceAll("(?m)^ *receiveJitterUsM(in|ax):.*\\R", "");
    return Files.writeString(folder.resolve("three-nodes.yaml"), wiring);
  }

  /** Adds a case; {@code faults} as in a plan file, without the brackets around the list. */
  public TestPlan run(String name, String expect, String faults) {
    text.append("  - {name: ").append(name).append(", expect: ").append(expect);
    text.append(", faults: [").append(faults).append("]}\n");
    return this;
  }

  /** Adds a case that is expected to pass. */
  public TestPlan run(String name, String faults) {
    return run(name, "PASS", faults);
  }

  /** Writes the file. */
  public Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve("plan.yaml"), text);
  }
}
