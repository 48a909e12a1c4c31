package org.deltabed.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.wiring.TestbedFile;
import org.deltabed.wiring.draw.WiringDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed wiring draw}. */
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description = {
      "Draws a testbed to wire it from: boards, pins, wires with colours and numbers, resistors,",
      "supplies and what cuts them, the bus with its ends. SVG; prints it where no file is named."
    })
final class WiringDrawCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "The testbed description.")
  private Path file;

  @Option(names = "--out", paramLabel = "SVG", description = "Where to write the drawing.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String svg = WiringDrawing.of(TestbedFile.load(file));
    if (out == null) {
      spec.commandLine().getOut().print(svg);
    } else {
      write(svg);
      spec.commandLine().getOut().println("Written: " + out);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void write(String svg) {
    try {
      Files.writeString(out, svg);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot write " + out + ": " + e + " \u2014 name a file in a folder that is there",
          e);
    }
  }
}
