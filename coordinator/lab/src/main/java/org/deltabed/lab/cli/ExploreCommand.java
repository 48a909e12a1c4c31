package org.deltabed.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.deltabed.lab.explore.Cost;
import org.deltabed.lab.explore.EverySchedule;
import org.deltabed.lab.explore.Found;
import org.deltabed.lab.explore.FoundJson;
import org.deltabed.lab.explore.FoundText;
import org.deltabed.lab.explore.Shelf;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.explore.ExploreOptions;
import org.deltabed.simulator.explore.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed explore}. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description = {
      "Tries every schedule of crashes in the simulator, and says which properties hold in all of them.",
      "A counterexample is made as small as can be, told, drawn, and written to a folder.",
      "Exit code: 0 every property holds, 1 one is broken, 3 stopped or too large; what was found is kept."
    })
public final class ExploreCommand implements Callable<Integer> {
  /** What decides which crash and which message comes when. */
  enum Adversary {
    LOCKSTEP,
    ASYNC
  }

  @Parameters(
      index = "0",
      paramLabel = "PROTOCOL",
      description = "Id or name; deltabed protocols lists them.")
  private String name;

  @Option(names = "-n", paramLabel = "N", required = true, description = "How many processes.")
  private int n;

  @Option(
      names = "-f",
      paramLabel = "F",
      description = "How many of them may crash. Default: as many as the protocol is made for.")
  private Integer f;

  @Option(
      names = "--adversary",
      paramLabel = "KIND",
      defaultValue = "lockstep",
      description =
          "lockstep: in slots, as the bus has them, any crash at any time (default); "
              + "async: messages and detections take any time.")
  private Adversary adversary;

  @Option(
      names = "--variant",
      paramLabel = "Xnn",
      defaultValue = "",
      description = "Explores a seeded mistake, such as X03.")
  private String variant;

  @Option(
      names = "--requests",
      paramLabel = "K",
      defaultValue = "1",
      description = "How many requests each process gets, where it takes many. Default: 1.")
  private int requests;

  @Option(
      names = "--late",
      description = "Processes may be asked in any slot of the first cycle, not all at once.")
  private boolean late;

  @Option(
      names = "--every-instance",
      description = "Judges what the protocol is built from too, each by an exploration of its own.")
  private boolean everyInstance;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "How many share the work; what is found does not depend on it. Default: all.")
  private Integer threads;

  @Option(
      names = "--symmetry",
      description = "Takes states that differ in names of processes only for one.")
  private boolean symmetry;

  @Option(names = "--json", description = "Prints one JSON object in place of the text.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where a counterexample is written. Default: explored/<protocol>-<variant>-n<N>-f<F>.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Request request = request();
    ExploreOptions options = ExploreOptions.with(threads());
    return KeepSignal.during(
        stopped -> show(explore(request, symmetry ? options.symmetrically() : options, stopped)));
  }

  private Found explore(Request request, ExploreOptions options, BooleanSupplier stopped) {
    long startNs = System.nanoTime();
    try (ExploreProgress progress = ExploreProgress.onThisConsole()) {
      Found found = EverySchedule.explore(request, options, stopped, progress, shelf(request));
      return found.at(Cost.since(startNs));
    }
  }

  private Request request() {
    try {
      Protocol protocol = Catalogue.find(name);
      return new Request(
          protocol.id(),
          mistake(protocol),
          n,
          f != null ? f : protocol.model().crashesMax(n),
          Request.Kind.valueOf(adversary.name()),
          requests,
          late,
          everyInstance);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private String mistake(Protocol protocol) {
    if (variant.isEmpty()) {
      return "";
    }
    Variant wanted = Catalogue.variant(variant);
    if (!wanted.protocol().id().equals(protocol.id())) {
      throw new IllegalArgumentException(
          wanted.id() + " is one of protocol " + wanted.protocol().id() + ", not " + protocol.id());
    }
    return wanted.id();
  }

  private int threads() {
    int all = Runtime.getRuntime().availableProcessors();
    if (threads != null && (threads < 1 || threads > 256)) {
      throw new ParameterException(
          spec.commandLine(), "--threads " + threads + ": 1 to 256; this machine has " + all);
    }
    return threads != null ? threads : all;
  }

  private Shelf shelf(Request request) {
    String folder =
        request.protocol().id()
            + (request.variant().isEmpty() ? "" : "-" + request.variant())
            + "-n"
            + request.n()
            + "-f"
            + request.f()
            + (adversary == Adversary.LOCKSTEP ? "" : "-" + adversary.name().toLowerCase(Locale.ROOT));
    return new Shelf(out != null ? out : Path.of("explored", folder), Home::shown);
  }

  private int show(Found found) {
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(json ? FoundJson.of(found) : FoundText.of(found));
    printer.flush();
    return found.verdict().exitCode();
  }
}
