package org.deltabed.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one JMH benchmark in processes of its own. */
final class JmhRun {

  private static final int FORKS = 2;

  private JmhRun() {}

  /** Time of an operation that is repeated for a while, in nanoseconds; a sample an iteration. */
  static Spread averageNs(Class<?> type, String method, Compiler compiler) {
    return run(
        options(type, method, compiler)
            .warmupIterations(100)
            .warmupTime(TimeValue.milliseconds(10))
            .measurementIterations(200)
            .measurementTime(TimeValue.milliseconds(5)));
  }

  /** Time of an operation in batches of that size, in nanoseconds; a sample a batch. */
  static Spread batchedNs(Class<?> type, String method, Compiler compiler, int batch) {
    return run(options(type, method, compiler)
            .warmupIterations(200)
            .warmupBatchSize(batch)
            .measurementIterations(300)
            .measurementBatchSize(batch))
        .times(1.0 / batch);
  }

  private static ChainedOptionsBuilder options(Class<?> type, String method, Compiler compiler) {
    List<String> flags = new ArrayList<>(compiler.flags());
    flags.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "--enable-native-access=ALL-UNNAMED"));
    flags.add("--sun-misc-unsafe-memory-access=allow"); // JMH's own
    return new OptionsBuilder()
        .include("^" + type.getName() + "\\." + method + "$")
        .forks(FORKS)
        .jvmArgs(flags.toArray(String[]::new))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static Spread run(ChainedOptionsBuilder options) {
    System.setProperty("jmh.ignoreLock", "true"); // two users of one machine may both measure
    try {
      Collection<RunResult> results = new Runner(options.build()).run();
      double[] samples =
          results.stream()
              .flatMap(result -> result.getBenchmarkResults().stream())
              .flatMap(fork -> fork.getIterationResults().stream())
              .mapToDouble(JmhRun::score)
              .toArray();
      return Spread.of(samples);
    } catch (RunnerException e) {
      throw new IllegalStateException("the measurement failed", e);
    }
  }

  private static double score(IterationResult iteration) {
    return iteration.getPrimaryResult().getScore();
  }
}
