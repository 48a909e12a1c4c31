package org.deltabed.lab.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.Judge;
import org.deltabed.checker.VerdictJson;
import org.deltabed.checker.VerdictText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Judges a campaign again from the files in its folder alone. Changes nothing there.",
      "Exit code as of run."
    })
public final class CheckCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "RUN_DIR", description = "The folder of a campaign.")
  private Path folder;

  @Option(names = "--json", description = "Prints the verdict as JSON in place of the table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunDirectory.require(folder);
    CampaignVerdict verdict = Judge.judge(folder);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(new String(VerdictJson.bytes(verdict), StandardCharsets.UTF_8));
    } else {
      out.println(VerdictText.of(verdict));
    }
    out.flush();
    return verdict.verdict().exitCode();
  }
}
