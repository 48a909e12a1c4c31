package org.deltabed.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.explore.BoundsTable;
import org.deltabed.lab.explore.BoundsText;
import org.deltabed.lab.explore.Cost;
import org.deltabed.lab.explore.EverySchedule;
import org.deltabed.lab.explore.Found;
import org.deltabed.lab.explore.FoundJson;
import org.deltabed.lab.explore.FoundText;
import org.deltabed.lab.explore.MadeTestbed;
import org.deltabed.lab.explore.RandomSchedules;
import org.deltabed.lab.explore.Shelf;
import org.deltabed.lab.explore.TimedSchedules;
import org.deltabed.simulator.explore.Exploration;
import org.deltabed.simulator.explore.ExploreOptions;
import org.deltabed.simulator.explore.Request;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deltabed explore}. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description = {
      "Tries every schedule of crashes in the simulator, and says which properties hold in all of them.",
      "A counterexample is made as small as can be, told, drawn, and written to a folder.",
      "Exit code: 0 every property holds, 1 one is broken, 2 (timed) a run broke its bound, 3 stopped or too large; what was found is kept."
    })
public final class ExploreCommand implements Callable<Integer> {
  @Mixin private ExploreQuestion question;

  @Option(
      names = "--random",
      paramLabel = "SEEDS",
      description = "Runs so many random schedules instead: for systems too large to try all.")
  private Long random;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "Of the first random schedule, the others follow; of the timed adversary. Default: 1.")
  private Long seed;

  @Option(
      names = "--testbed",
      paramLabel = "FILE",
      description = "For the timed adversary. Default: wiring/virtual-N.yaml, or one like it.")
  private Path testbed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "How many share the work; what is found does not depend on it. Default: all.")
  private Integer threads;

  @Option(
      names = "--symmetry",
      description = "Takes states that differ in names of processes only for one.")
  private boolean symmetry;

  @Option(
      names = "--table",
      description =
          "The worst decision times of all protocols beside their bounds; alone, or with --json.")
  private boolean table;

  @Option(names = "--json", description = "Prints one JSON object in place of the text.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where a counterexample is written. Default: explored/<protocol>-<variant>-n<N>-f<F>.")
  private Path out;

  @Spec private CommandSpec spec;

  private final long startNs = System.nanoTime();

  @Override
  public Integer call() throws Exception {
    int sharing;
    Work work = null;
    try {
      sharing = threads();
      if (table) {
        question.requireNothing();
        refuse(
            random != null || seed != null || testbed != null || symmetry || out != null,
            "--table goes alone, or with --json and --threads");
      } else {
        question.require();
        work = work(sharing);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    Work asked = work;
    return table
        ? KeepSignal.during(stopped -> table(sharing, stopped))
        : KeepSignal.during(stopped -> show(asked, stopped));
  }

  /** An exploration that has been checked and is ready to begin. */
  private interface Work {
    Found explore(BooleanSupplier stopped, ExploreProgress progress);
  }

  /**
   * @throws IllegalArgumentException whose message says what is wrong with the question
   */
  private Work work(int sharing) {
    checkPlaces();
    long first = seed == null ? 1 : seed;
    if (question.isTimed()) {
      TimedSchedules.Order order =
          new TimedSchedules.Order(testbed(), random(), first, sharing, again());
      Found.Asked asked = question.asked(Request.Kind.LOCKSTEP);
      refuse(
          !asked.liberties().equals(Liberties.NONE),
          "--adversary timed crashes nodes and does nothing else: leave out what it may do more");
      return (stopped, progress) -> TimedSchedules.explore(asked, order, stopped, progress::made);
    }
    Request.Kind kind = question.kind();
    if (random != null) {
      Found.Asked asked = question.asked(kind);
      RandomSchedules.Order order =
          new RandomSchedules.Order(kind, question.isLate(), random(), first, sharing);
      return (stopped, progress) ->
          RandomSchedules.explore(asked, order, stopped, progress::made, shelf());
    }
    Request request = question.request();
    ExploreOptions plain = ExploreOptions.with(sharing);
    ExploreOptions options = symmetry ? plain.symmetrically() : plain;
    Exploration.check(request, options);
    return (stopped, progress) ->
        EverySchedule.explore(request, options, stopped, progress, shelf());
  }

  /** An option that would be ignored is a misunderstanding, and its answer would be one too. */
  private void checkPlaces() {
    boolean every = !question.isTimed() && random == null;
    if (!every) {
      question.requireForDrawn();
    }
    refuse(testbed != null && !question.isTimed(), "--testbed is for --adversary timed");
    refuse(symmetry && !every, "--symmetry is for trying every schedule");
    refuse(seed != null && every, "--seed is for --random and --adversary timed");
    refuse(out != null && question.isTimed(), "--out: a timed run is told, nothing is written");
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(why);
    }
  }

  private int show(Work work, BooleanSupplier stopped) {
    Found found;
    try (ExploreProgress progress = ExploreProgress.onThisConsole()) {
      found = work.explore(stopped, progress).at(Cost.since(startNs));
    }
    print(json ? FoundJson.of(found) : FoundText.of(found));
    return found.verdict().exitCode();
  }

  private int table(int sharing, BooleanSupplier stopped) {
    BoundsTable bounds;
    try (ExploreProgress progress = ExploreProgress.onThisConsole()) {
      bounds = BoundsTable.explore(sharing, stopped, progress::made);
    }
    Cost cost = Cost.since(startNs);
    print(json ? BoundsText.json(bounds, cost) : BoundsText.of(bounds, cost));
    Verdict verdict = bounds.complete() ? Verdict.PASS : Verdict.INCOMPLETE;
    return bounds.holds() ? verdict.exitCode() : Verdict.VIOLATED.exitCode();
  }

  private void print(String text) {
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(text);
    printer.flush();
  }

  private int threads() {
    int all = Runtime.getRuntime().availableProcessors();
    if (threads != null && (threads < 1 || threads > 256)) {
      throw new IllegalArgumentException(
          "--threads " + threads + ": 1 to 256; this machine has " + all);
    }
    return threads != null ? threads : all;
  }

  private long random() {
    if (random != null && random < 1) {
      throw new IllegalArgumentException("--random " + random + ": at least 1 schedule");
    }
    return random == null ? 0 : random;
  }

  private Testbed testbed() {
    Path usual = Home.path().resolve("wiring").resolve("virtual-" + question.n() + ".yaml");
    if (testbed == null && !Files.isRegularFile(usual)) {
      return MadeTestbed.of(question.n());
    }
    Testbed loaded = TestbedFile.load(testbed == null ? usual : testbed);
    if (loaded.n() != question.n()) {
      throw new IllegalArgumentException(
          testbed + " has " + loaded.n() + " nodes; give it -n " + loaded.n());
    }
    return loaded;
  }

  private Shelf shelf() {
    return new Shelf(out != null ? out : Path.of("explored", question.folder()), Home::shown);
  }

  private String again() {
    return "./deltabed " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
  }
}
