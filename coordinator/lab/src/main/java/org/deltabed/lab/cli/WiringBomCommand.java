package org.deltabed.lab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.wiring.TestbedFile;
import org.deltabed.wiring.draw.PartsList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed wiring bom}. */
@Command(
    name = "bom",
    mixinStandardHelpOptions = true,
    description =
        "Prints what to buy for a testbed as comma-separated lines: count, part, what to look for.")
final class WiringBomCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "The testbed description.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(PartsList.of(TestbedFile.load(file)));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
