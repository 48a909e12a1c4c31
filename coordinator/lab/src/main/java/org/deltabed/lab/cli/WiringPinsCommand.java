package org.deltabed.lab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.wiring.TestbedFile;
import org.deltabed.wiring.draw.PinTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed wiring pins}. */
@Command(
    name = "pins",
    mixinStandardHelpOptions = true,
    description =
        "Prints every wire of a testbed: its two ends with their header pins, its colour and its resistor.")
final class WiringPinsCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "The testbed description.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(PinTable.of(TestbedFile.load(file)));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
