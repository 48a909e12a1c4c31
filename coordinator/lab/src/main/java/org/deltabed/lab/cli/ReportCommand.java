package org.deltabed.lab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.checker.Judge;
import org.deltabed.checker.VerdictJson;
import org.deltabed.lab.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Judges a campaign from its folder and writes its verdict.json and report.html anew.")
public final class ReportCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "RUN_DIR", description = "The folder of a campaign.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RunDirectory.require(folder);
    VerdictJson.write(folder, Judge.judge(folder));
    Report.write(folder);
    spec.commandLine().getOut().println("report: " + folder.resolve("report.html"));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
