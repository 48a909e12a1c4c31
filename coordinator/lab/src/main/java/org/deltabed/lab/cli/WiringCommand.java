package org.deltabed.lab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.deltabed.wiring.TestbedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed wiring}. */
@Command(
    name = "wiring",
    mixinStandardHelpOptions = true,
    description = "Works with testbed descriptions.",
    subcommands = {
      WiringCommand.Show.class,
      WiringDrawCommand.class,
      WiringPinsCommand.class,
      WiringBomCommand.class,
      WiringCheckCommand.class
    })
public final class WiringCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: show, draw, pins, bom or check");
  }

  /** {@code deltabed wiring show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description =
          "Checks a testbed description and shows the bounds that follow from it, and its slots.")
  static final class Show implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The testbed description.")
    private Path file;

    @Option(names = "--json", description = "Prints the resolved description as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Testbed testbed = TestbedFile.load(file);
      spec.commandLine().getOut().println(json ? testbed.toJson() : TestbedTable.render(testbed));
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
