package org.deltabed.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.explore.ExploreOptions;
import org.deltabed.simulator.explore.Findings;
import org.deltabed.simulator.explore.Lockstep;
import org.deltabed.simulator.explore.Question;

/**
 * A program: explores FloodSet as {@code floodset.pml} does, round by round for t+1 rounds from all
 * binary inputs, and prints one line of JSON with the fields that {@code spin-floodset} prints. The
 * processor time is that of the whole program, start-up and compiling included. A process of its
 * own, with one thread: what else runs in a JVM would count.
 */
public final class FloodSetModel {
  private FloodSetModel() {}

  /** Arguments: n, t, and {@code each} (every transition by itself) or {@code counted}. */
  public static void main(String[] arguments) {
    int n = Integer.parseInt(arguments[0]);
    int t = Integer.parseInt(arguments[1]);
    boolean each = arguments[2].equals("each");
    Findings found = explore(n, t, each);
    double cpuSeconds = cpuNs() / 1e9;
    System.out.printf(
        "{\"tool\":\"deltabed\",\"n\":%d,\"t\":%d,\"states\":%d,\"transitions\":%d,"
            + "\"cpuSeconds\":%.3f,\"transitionsPerCpuSecond\":%.0f,\"verdict\":\"%s\","
            + "\"schedules\":%s}%n",
        n,
        t,
        found.states(),
        found.transitions(),
        cpuSeconds,
        found.transitions() / cpuSeconds,
        found.holds() && found.complete() ? "holds" : "violated",
        found.schedules());
  }

  private static Findings explore(int n, int t, boolean each) {
    Protocol floodSet = Catalogue.find("FS");
    // The model asserts agreement alone, so no more is observed here.
    List<Property> agreement =
        floodSet.properties().stream().filter(p -> p.name().equals("uniform agreement")).toList();
    Question question =
        new Question(floodSet, n, t, floodSet.workload().inputs(n), 1, n, 0, t + 1, 0);
    ExploreOptions options = ExploreOptions.with(1);
    Lockstep lockstep =
        new Lockstep(
            question,
            Lockstep.Grain.ROUND,
            new Observed(Set.of(floodSet.top()), false, false),
            agreement,
            each ? options.transitionByTransition() : options);
    return lockstep.explore(() -> false, progress -> {});
  }

  private static long cpuNs() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
