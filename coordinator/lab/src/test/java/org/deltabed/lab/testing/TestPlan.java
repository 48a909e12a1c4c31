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
  private static final String BENCH = "virtual-lab-3.yaml";
  private static final int WIDE_US = 40_000;

  private final String testbed;
  private final int rounds;
  private final int jitterUs;
  private final String virtual;
  private final StringBuilder cases;
  private boolean byHand;
  private String protocol = "C2";
  private int crashesMax = 2;

  private TestPlan(String testbed, int rounds, int jitterUs, String virtual, StringBuilder cases) {
    this.testbed = testbed;
    this.virtual = virtual;
    this.rounds = rounds;
    this.jitterUs = jitterUs;
    this.cases = cases;
  }

  /** On three nodes. */
  public static TestPlan threeNodes(int rounds) {
    return new TestPlan("virtual-3.yaml", rounds, WIDE_US, "", new StringBuilder());
  }

  /** On four nodes, of which one may do as it likes. */
  public static TestPlan byzantine(String protocol, int rounds) {
    TestPlan plan = new TestPlan("virtual-4.yaml", rounds, WIDE_US, "", new StringBuilder());
    plan.protocol = protocol;
    plan.crashesMax = 1;
    return plan;
  }

  /** On five nodes. */
  public static TestPlan fiveNodes(int rounds) {
    return new TestPlan("virtual-5.yaml", rounds, WIDE_US, "", new StringBuilder());
  }

  /**
   * On three nodes behind a bench, whose power is switched by relays, each with a clock of its own.
   *
   * @param clocks as in a wiring file's {@code virtual}: a list of {@code {node, offsetUs,
   *     driftPpm}}
   */
  public static TestPlan threeClocks(int rounds, String clocks) {
    return new TestPlan(BENCH, rounds, WIDE_US, "clocks: " + clocks, new StringBuilder());
  }

  /** On three nodes behind a bench, whose power is switched by relays. */
  public static TestPlan benchNodes(int rounds) {
    return new TestPlan(BENCH, rounds, WIDE_US, "", new StringBuilder());
  }

  /** As {@link #benchNodes}, with wires that are wrong: a list as in a wiring file. */
  public static TestPlan miswired(int rounds, String miswired) {
    return new TestPlan(BENCH, rounds, WIDE_US, "miswired: " + miswired, new StringBuilder());
  }

  /** With another receive jitter. */
  public TestPlan withJitterUs(int otherJitterUs) {
    return new TestPlan(testbed, rounds, otherJitterUs, virtual, cases);
  }

  /** With plugs that a person pulls, in place of relays. */
  public TestPlan byHand() {
    byHand = true;
    return this;
  }

  private static String withRelays(String wiring) {
    String relays = wiring;
    for (int node = 1; node <= 3; node++) {
      relays =
          relays.replaceFirst(
              "( *)(sync: \\{node: node" + node + ".sync\\})",
              "$1$2\n$1relay: {coordinator: lab.relay" + node + "}");
    }
    return relays.replace("power: person", "power: relay");
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
    if (testbed.equals(BENCH) && !byHand) {
      wiring = withRelays(wiring);
    }
    if (virtual.startsWith("clocks")) {
      wiring = wiring.replaceFirst("shared: true.*", "shared: false");
    }
    if (!virtual.isEmpty()) {
      wiring += "virtual: {" + virtual + "}\n";
    }
    Files.writeString(folder.resolve(testbed), wiring);
    return Files.writeString(
        folder.resolve("plan.yaml"),
        """
        name: test
        testbed: %s
        protocol: %s
        crashesMax: %d
        seed: 7
        rounds: %d
        cases:
        %s"""
            .formatted(testbed, protocol, crashesMax, rounds, cases));
  }
}
