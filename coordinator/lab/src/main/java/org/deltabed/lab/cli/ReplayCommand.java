package org.deltabed.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.lab.explore.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one schedule again in the simulator, tells what happens, and judges every property.",
      "Exit code: 0 every property holds, 1 one is broken."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A schedule.json, or the folder that explore put it into.")
  private Path file;

  @Option(names = "--svg", description = "Writes space-time.svg beside it.")
  private boolean svg;

  @Option(names = "--json", description = "Prints what was judged as JSON in place of the story.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path schedule = Files.isDirectory(file) ? file.resolve(Shelf.SCHEDULE) : file;
    ReplaySchedule replay = ReplaySchedule.of(schedule);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? replay.json() : replay.text());
    if (svg) {
      Path picture = replay.draw();
      if (!json) {
        out.println("picture: " + Home.shown(picture));
      }
    }
    out.flush();
    return replay.exitCode();
  }
}
