package org.deltabed.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.checker.CampaignFile;
import org.deltabed.lab.explore.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one schedule again in the simulator, tells what happens, and judges every property.",
      "Exit code: 0 every property holds, 1 one is broken.",
      "Given the folder of a campaign, does again what each node recorded, step by step, and names the first difference.",
      "Exit code then: 0 all the same, 1 a difference, 3 evidence is missing."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "A schedule.json, the folder that explore put it into, or the folder of a campaign.")
  private Path file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      defaultValue = "",
      description = "Of a campaign: that run alone, such as r01.")
  private String run;

  @Option(names = "--svg", description = "Writes space-time.svg beside it.")
  private boolean svg;

  @Option(names = "--json", description = "Prints what was judged as JSON in place of the story.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    boolean schedules = !Files.isDirectory(file) || Files.exists(file.resolve(Shelf.SCHEDULE));
    if (Files.exists(file.resolve(CampaignFile.NAME)) || !schedules) {
      return replayCampaign();
    }
    if (!run.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "RUN: a schedule is one run");
    }
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

  private int replayCampaign() {
    if (svg) {
      throw new ParameterException(
          spec.commandLine(), "--svg: draws a schedule; deltabed report draws a campaign");
    }
    ReplayCampaign replay = ReplayCampaign.of(file, run);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? replay.json() : replay.text());
    out.flush();
    return replay.exitCode();
  }
}
