package org.deltabed.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.lab.exhibit.ExhibitPage;
import org.deltabed.lab.exhibit.ExhibitText;
import org.deltabed.simulator.exhibits.Exhibit;
import org.deltabed.simulator.exhibits.Exhibits;
import org.deltabed.simulator.exhibits.Flp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed exhibit}. */
@Command(
    name = "exhibit",
    mixinStandardHelpOptions = true,
    description = {
      "Runs what a page argues about, with the components that run on the nodes, draws it, and explains it.",
      "Without NAME: lists the exhibits. Exit code: 0; what an exhibit breaks is what it is for."
    })
public final class ExhibitCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which one.")
  private String name;

  @Option(
      names = "--steps",
      paramLabel = "K",
      description = "Of flp: for how many steps nothing is decided. Default: " + Flp.STEPS + ".")
  private Integer steps;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the page with the pictures is written. Default: exhibits.")
  private Path out;

  @Spec private CommandSpec spec;

  /** For the picocli library. */
  public ExhibitCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter printer = spec.commandLine().getOut();
    if (name == null) {
      refuse(steps != null || out != null, "NAME is missing: which exhibit");
      printer.print(ExhibitText.list());
    } else {
      Exhibit exhibit = exhibit();
      Path page = ExhibitPage.write(exhibit, out == null ? Path.of("exhibits") : out);
      printer.print(ExhibitText.of(exhibit));
      printer.println("Pictures: " + Home.shown(page));
    }
    printer.flush();
    return 0;
  }

  private Exhibit exhibit() {
    try {
      Exhibit found = Exhibits.find(name);
      refuse(steps != null && !(found instanceof Flp), "--steps is for flp");
      if (steps == null) {
        return found;
      }
      Flp asked = new Flp(steps);
      asked.run();
      return asked;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), why);
    }
  }
}
