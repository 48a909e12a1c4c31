package org.deltabed.lab.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.VerdictText;
import org.deltabed.lab.campaign.Campaign;
import org.deltabed.lab.campaign.CampaignOptions;
import org.deltabed.lab.campaign.RunFolder;
import org.deltabed.lab.plan.Plan;
import org.deltabed.lab.plan.PlanFile;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed session}. */
@Command(
    name = "session",
    mixinStandardHelpOptions = true,
    description = {
      "Guides a person through an hour at the bench: which plug to pull and when, and what came of it.",
      "It tells who noticed and how soon, the verdict, and which plug to put back. On a virtual testbed, deltabed virtual pull N in another terminal is the hand."
    })
public final class SessionCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PLAN",
      description = "The plan file. Default: coordinator/plans/session.yaml, on a virtual testbed.")
  private Path planFile;

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      description = "With real nodes: the bundle that deltabed provision made for them.")
  private Path bench;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      defaultValue = "",
      description = "Goes on with a session that was stopped.")
  private String resume;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where the folders of sessions and campaigns are. Default: runs.")
  private Path runs;

  @Option(
      names = "--id",
      paramLabel = "ID",
      defaultValue = "",
      description = "Name of the session's folder. Default: date, time and a random part.")
  private String id;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Campaign session = resume.isEmpty() ? begin() : goOn();
    return StopSignal.during(() -> show(session, session.run()), () -> stopped(session));
  }

  private Campaign begin() {
    Path file = planFile != null ? planFile : Home.path().resolve("coordinator/plans/session.yaml");
    Plan plan = PlanFile.load(file);
    return new Campaign(plan, options(id), guide(plan.testbed()));
  }

  private Campaign goOn() throws IOException {
    if (planFile != null || !id.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--resume: the session's folder says what to do");
    }
    Path folder = RunFolder.open(runs, resume).path();
    return Campaign.resume(options(resume), guide(folder.resolve("wiring.yaml")));
  }

  private CampaignOptions options(String ofId) {
    return new CampaignOptions(runs, ofId, Optional.empty(), Optional.ofNullable(bench));
  }

  private SessionConsole guide(Path testbedFile) {
    Testbed testbed = TestbedFile.load(testbedFile);
    if (!testbed.coordinator().taps()) {
      throw new BadInput(
          testbedFile.toString(),
          0,
          "a session needs a bench that sees who was pulled, and this testbed has none",
          "name the coordinator's adapter: coordinator: {tap: ...}; see wiring/virtual-lab-3.yaml");
    }
    return new SessionConsole(
        testbed,
        spec.commandLine().getOut(),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        ConsoleProgress.isConsole());
  }

  private int show(Campaign session, CampaignVerdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(VerdictText.of(verdict));
    out.println("The report, to read and to print: " + report(session));
    out.flush();
    return verdict.verdict().exitCode();
  }

  private static Path report(Campaign session) {
    return Home.shown(session.folder().resolve("report.html"));
  }

  private int stopped(Campaign session) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("deltabed: the session was stopped");
    if (session.folder() != null) {
      err.println("what was found: " + report(session));
      err.println(
          "to go on: ./deltabed session --resume "
              + session.folder().getFileName()
              + (bench == null ? "" : " --bundle " + bench));
    }
    err.flush();
    return ExitCodes.STOPPED;
  }
}
