package org.deltabed.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.VerdictJson;
import org.deltabed.checker.VerdictText;
import org.deltabed.lab.campaign.Campaign;
import org.deltabed.lab.campaign.CampaignOptions;
import org.deltabed.lab.plan.Plan;
import org.deltabed.lab.plan.PlanFile;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a campaign: starts the testbed, makes every run of the plan, crashes nodes as planned, collects and judges the traces.",
      "Writes runs/<id>/ with verdict.json, report.html and trace/*.jsonl."
    })
public final class RunCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PLAN",
      description = "The plan file. Default: the demonstration, coordinator/plans/demo.yaml.")
  private Path planFile;

  @Option(
      names = "--schedule",
      paramLabel = "FILE",
      description =
          "Runs a schedule.json of the simulator in place of a plan: same protocol, values and crashes.")
  private Path scheduleFile;

  @Option(
      names = "--testbed",
      paramLabel = "WIRING",
      description =
          "With --schedule: the testbed. Default: wiring/virtual-<n>.yaml, by the schedule's n.")
  private Path testbedFile;

  @Option(
      names = "--variant",
      paramLabel = "Xnn",
      defaultValue = "",
      description = "Puts a seeded mistake into the agents, such as X03; in place of the plan's.")
  private String variant;

  @Option(
      names = "--broker",
      paramLabel = "URL",
      description =
          "Uses this MQTT broker, mqtt://user:password@host:port, in place of the embedded one. "
              + "Taken from the environment variable DELTABED_BROKER if not given here, where other "
              + "users would see the password.",
      defaultValue = "${env:DELTABED_BROKER}")
  private URI broker;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Where the folders of campaigns are. Default: runs.")
  private Path runs;

  @Option(
      names = "--id",
      paramLabel = "ID",
      defaultValue = "",
      description = "Name of the campaign's folder. Default: date, time and a random part.")
  private String id;

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      description = "With real nodes: the bundle that deltabed provision made for them.")
  private Path bench;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      defaultValue = "",
      description =
          "Goes on with the campaign of that folder, which was stopped or whose coordinator died.")
  private String resume;

  @Option(names = "--json", description = "Prints verdict.json in place of the table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!resume.isEmpty()) {
      return resume();
    }
    if (scheduleFile != null) {
      return runSchedule();
    }
    if (testbedFile != null) {
      throw wrong("--testbed: a plan names its own testbed");
    }
    Path file =
        planFile != null ? planFile : Home.path().resolve("coordinator").resolve("plans/demo.yaml");
    return run(withVariant(PlanFile.load(file)), _ -> {});
  }

  private int runSchedule() throws Exception {
    if (planFile != null || !variant.isEmpty()) {
      throw wrong("--schedule: stands in place of a plan, and names the variant itself");
    }
    try (ScheduledRun scheduled = ScheduledRun.of(scheduleFile, testbedFile)) {
      if (!json) {
        spec.commandLine().getOut().println(scheduled.expected());
        spec.commandLine().getOut().flush();
      }
      return run(scheduled.plan(), scheduled::keepIn);
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  /** What more is to be kept in a campaign's folder. */
  private interface Keeping {
    void in(Path folder) throws IOException;
  }

  private int resume() throws Exception {
    if (planFile != null || scheduleFile != null || !variant.isEmpty() || !id.isEmpty()) {
      throw wrong("--resume: the campaign's folder says what to run");
    }
    try (ConsoleProgress progress = ConsoleProgress.onThisConsole()) {
      return carryOut(Campaign.resume(options(resume), progress), _ -> {});
    }
  }

  private int run(Plan plan, Keeping more) throws Exception {
    try (ConsoleProgress progress = ConsoleProgress.onThisConsole()) {
      return carryOut(new Campaign(plan, options(id), progress), more);
    }
  }

  private CampaignOptions options(String ofId) {
    Path folder = runs != null ? runs : Path.of("runs");
    return new CampaignOptions(
        folder, ofId, Optional.ofNullable(broker), Optional.ofNullable(bench));
  }

  private int carryOut(Campaign campaign, Keeping more) throws Exception {
    return StopSignal.during(
        () -> {
          CampaignVerdict verdict = campaign.run();
          more.in(campaign.folder());
          return show(campaign, verdict);
        },
        () -> stopped(campaign));
  }

  private int stopped(Campaign campaign) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("deltabed: stopped; everything it had started has ended");
    if (campaign.folder() != null) {
      err.println("what was found is in " + Home.shown(campaign.folder()));
      err.println(
          "to go on: ./deltabed run --resume "
              + campaign.folder().getFileName()
              + (bench == null ? "" : " --bundle " + bench));
    }
    err.flush();
    return ExitCodes.STOPPED;
  }

  private Plan withVariant(Plan plan) {
    if (variant.isEmpty()) {
      return plan;
    }
    try {
      Variant wanted = Catalogue.variant(variant);
      if (wanted.protocol().id().equals(plan.protocol())) {
        return plan.with(wanted.id());
      }
      String other = wanted.id() + " is one of protocol " + wanted.protocol().id();
      throw new IllegalArgumentException(other + ", the plan runs " + plan.protocol());
    } catch (IllegalArgumentException e) {
      throw wrong("--variant: " + e.getMessage());
    }
  }

  private int show(Campaign campaign, CampaignVerdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(new String(VerdictJson.bytes(verdict), StandardCharsets.UTF_8));
    } else {
      out.println(VerdictText.of(verdict));
      out.println("report: " + Home.shown(campaign.folder().resolve("report.html")));
    }
    out.flush();
    return verdict.verdict().exitCode();
  }
}
