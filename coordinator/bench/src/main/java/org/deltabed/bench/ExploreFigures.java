package org.deltabed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The simulator against Spin, on the same model of FloodSet, (n, t) = (7, 5): both in turn, seven
 * times each; and once on (8, 5), which has 44 times the transitions, so that the start and the
 * compiling of a JVM weigh little. The counts must be equal, or the two explore different things.
 */
final class ExploreFigures implements Bench {
  private static final int TIMES_EACH = 7;
  private static final int N = 7;
  private static final int T = 5;
  private static final int LARGE_N = 8;
  private static final double LARGE_SECONDS = 60;
  private static final double MILLION = 1e6;
  private static final Path SPIN_SCRIPT = Path.of("coordinator/simulator/bench/spin-floodset");

  @Override
  public List<Figure> measure(Notes notes) throws IOException, InterruptedException {
    List<ModelRun> each = new ArrayList<>();
    List<ModelRun> counted = new ArrayList<>();
    List<ModelRun> spin = new ArrayList<>();
    boolean hasSpin = isInstalled("spin") && isInstalled("gcc");
    if (!hasSpin) {
      notes.add(
          "explore: spin or gcc is not installed (Debian: spin, gcc), so nothing is compared");
    }
    for (int i = 0; i < TIMES_EACH; i++) {
      each.add(ModelRun.of(ours(N, T, "each")));
      counted.add(ModelRun.of(ours(N, T, "counted")));
      requireEqual(each.getLast(), counted.getLast());
      if (hasSpin) {
        spin.add(spin(N));
        requireEqual(each.getLast(), spin.getLast());
      }
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("FloodSet (7,5), transitions per CPU second", rates(each), "M/s"));
    figures.add(figure("the same, like transitions counted", rates(counted), "M/s"));
    if (hasSpin) {
      figures.add(figure("the same by Spin", rates(spin), "M/s"));
      figures.add(
          figure("deltabed to Spin", ratios(each, spin), "ratio").target(Target.atLeast(2)));
      figures.add(figure("deltabed, counted, to Spin", ratios(counted, spin), "ratio"));
    }
    ModelRun larger = ModelRun.of(ours(LARGE_N, T, "counted"));
    figures.add(figure("FloodSet (8,5), like transitions counted", rates(List.of(larger)), "M/s"));
    if (hasSpin) {
      List<ModelRun> largerSpin = List.of(spin(LARGE_N));
      requireEqual(larger, largerSpin.getFirst());
      figures.add(figure("the same by Spin", rates(largerSpin), "M/s"));
      figures.add(
          figure(
                  "deltabed, counted, to Spin on (8,5)",
                  ratios(List.of(larger), largerSpin),
                  "ratio")
              .target(Target.atLeast(2)));
    }
    ModelRun large = ModelRun.of(ours(LARGE_N, LARGE_N - 1, "counted"));
    figures.add(
        figure("FloodSet (8,7), counted, CPU", Spread.exact(large.cpuSeconds()), "s")
            .target(Target.atMost(LARGE_SECONDS)));
    return figures;
  }

  private static Figure figure(String name, Spread value, String unit) {
    return Figure.of("explore", name, value, unit);
  }

  private static Spread ratios(List<ModelRun> ours, List<ModelRun> spin) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i).perCpuSecond() / spin.get(i).perCpuSecond();
    }
    return Spread.of(ratios);
  }

  private static Spread rates(List<ModelRun> runs) {
    return Spread.of(runs.stream().mapToDouble(ModelRun::perCpuSecond).toArray())
        .times(1 / MILLION);
  }

  private static void requireEqual(ModelRun ours, ModelRun other) {
    if (!ours.countsAs(other) || !ours.verdict().equals(other.verdict())) {
      throw new IllegalStateException("different models: " + ours + " and " + other);
    }
  }

  private static List<String> ours(int n, int t, String how) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx1g",
        "-cp",
        System.getProperty("java.class.path"),
        FloodSetModel.class.getName(),
        "" + n,
        "" + t,
        how);
  }

  private static ModelRun spin(int n) throws IOException, InterruptedException {
    return ModelRun.of(List.of("env", "CHECK=0", script().toString(), "" + n, "" + T));
  }

  private static Path script() {
    return Path.of(System.getProperty("deltabed.home", "")).resolve(SPIN_SCRIPT).toAbsolutePath();
  }

  private static boolean isInstalled(String program) {
    Map<String, String> environment = System.getenv();
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
