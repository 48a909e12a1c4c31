package org.deltabed.lab.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltabed.lab.calibrate.Calibrating;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the bus of a testbed under load with frames of all sizes: delay by size, jitter, damaged frames.",
      "Recommends receiveJitterUs, guardUs and slotUs for its description. On a virtual testbed this measures the host."
    })
public final class CalibrateCommand implements Callable<Integer> {

  private static final int SECONDS_MAX = 3_600;

  @Parameters(index = "0", paramLabel = "FILE", description = "The testbed description.")
  private Path file;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long to measure, beside the start. Default: 30.")
  private int seconds;

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "With real nodes: the bundle that deltabed provision made for them.")
  private Path bench;

  @Option(names = "--json", description = "Prints what was measured as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (seconds < 1 || seconds > SECONDS_MAX) {
      throw new ParameterException(spec.commandLine(), "--seconds: 1 to " + SECONDS_MAX);
    }
    return StopSignal.during(
        () -> {
          String found = Calibrating.of(file, Optional.ofNullable(bench), seconds, json, this::say);
          spec.commandLine().getOut().println(found);
          spec.commandLine().getOut().flush();
          return 0;
        },
        () -> {
          say("stopped; everything it had started has ended");
          return ExitCodes.STOPPED;
        });
  }

  private void say(String what) {
    spec.commandLine().getErr().println("deltabed: " + what);
    spec.commandLine().getErr().flush();
  }
}
