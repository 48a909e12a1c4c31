package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes plans for tests, each with a wiring file of its own: as virtual-3.yaml and virtual-5.yaml,
 * but with slots that are given, not measured, and wide, because tests run on machines that do
 * other things too.
 */
public final class TestPlan {

  private static final Path WIRING = Path.of("../../wiring");
  private static final int WIDE_US = 40_000;

  private final String testbed;
  private final int rounds;
  private final int jitterUs;
  private final String clocks;
  private final StringBuilder cases;

  private TestPlan(String testbed, int rounds, int jitterUs, String clocks, StringBuilder cases) {
    this.testbed = testbed;
    this.clocks = clocks;
    this.rounds = rounds;
    this.jitterUs = jitterUs;
    this.cases = cases;
  }

  /** On three nodes. */
  public static TestPlan threeNodes(int rounds) {
    return new TestPlan("virtual-3.yaml", rounds, WIDE_US, "", new StringBuilder());
  }

  /** On five nodes. */
  public static TestPlan fiveNodes(int rounds) {
    return new TestPlan("virtual-5.yaml", rounds, WIDE_US, "", new StringBuilder());
  }

  /**
   * On three nodes with the wires of a bench, pulled by the plan, each with a clock of its own.
   *
   * @param clocks as in a wiring file's {@code virtual}: a list of {@code {node, offsetUs,
   *     driftPpm}}
   */
  public static TestPlan threeClocks(int rounds, String clocks) {
    return new TestPlan("virtual-lab-3.yaml", rounds, WIDE_US, clocks, new StringBuilder());
  }

  /** With another receive jitter. */
  public TestPlan withJitterUs(int otherJitterUs) {
    return new TestPlan(testbed, rounds, otherJitterUs, clocks, cases);
  }

  /** Adds a case; {@code faults} as in a plan file, without the brackets around the list. */
  public TestPlan run(String name, String expect, String faults) {
    cases.append("  - {name: ").append(name).append(", expect: ").append(expect);
    cases.append(", faults: [").append(faults).append("]}\n");
    return this;
  }

  /** Adds a case that is expected to pass. */
  public TestPlan run(String name, String faults) {
    return run(name, "PASS", faults);
  }

  /** Writes both files and names the plan. */
  public Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    String wiring =
        Files.readString(WIRING.resolve(testbed))
            .replaceFirst("receiveJitterUs: measured.*", "receiveJitterUs: " + jitterUs)
            .replaceAll("(?m)^ *receiveJitterUsM(in|ax):.*\\R", "");
    if (!clocks.isEmpty()) {
      wiring =
          wiring.replaceFirst("shared: true.*", "shared: false").replace("person", "process")
              + "virtual:\n  clocks: "
              + clocks
              + "\n";
    }
    Files.writeString(folder.resolve(testbed), wiring);
    return Files.writeString(
        folder.resolve("plan.yaml"),
        """
        name: test
        testbed: %s
        protocol: C2
        crashesMax: 2
        seed: 7
        rounds: %d
        cases:
        %s"""
            .formatted(testbed, rounds, cases));
  }
}
