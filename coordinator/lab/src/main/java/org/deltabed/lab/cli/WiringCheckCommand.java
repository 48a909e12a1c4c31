package org.deltabed.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltabed.lab.bench.BenchNews;
import org.deltabed.lab.check.CheckText;
import org.deltabed.lab.check.Finding;
import org.deltabed.lab.check.Mark;
import org.deltabed.lab.check.NodeOrders;
import org.deltabed.lab.check.OpenBench;
import org.deltabed.lab.check.WiringCheck;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed wiring check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Walks through the wiring of a testbed: drives one end of each wire, watches the other, listens to the bus,",
      "and names what is swapped, dead or shorted. Every node is crashed, and loses its power, once.",
      "Exit code: 0 all is right, 1 something is wrong, 3 something could not be checked, 64 bad input."
    })
final class WiringCheckCommand implements Callable<Integer> {

  private static final int WRONG = 1;
  private static final int UNCHECKED = 3;

  @Parameters(index = "0", paramLabel = "FILE", description = "The testbed description.")
  private Path file;

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "With real nodes: the bundle that deltabed provision made for them.")
  private Path bench;

  @Option(names = "--json", description = "Prints what was found as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return StopSignal.during(
        this::check,
        () -> {
          say("stopped; everything it had started has ended");
          return ExitCodes.STOPPED;
        });
  }

  private int check() throws IOException, InterruptedException {
    Testbed described = TestbedFile.load(file);
    Testbed testbed = described.withReceiveJitterNs(described.receiveJitterRange().maxNs());
    List<Finding> findings;
    say((testbed.node(1).isVirtual() ? "starting " : "looking for ") + testbed.n() + " nodes");
    try (OpenBench open = OpenBench.open(file, testbed, Optional.ofNullable(bench), news())) {
      NodeOrders commands = new NodeOrders(open.session(), open.link(), open.cluster());
      findings = new WiringCheck(testbed, open.bench(), open.voices(), commands, this::say).walk();
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? CheckText.json(testbed, findings) : CheckText.table(testbed, findings));
    out.flush();
    return findings.stream().anyMatch(Finding::isWrong)
        ? WRONG
        : findings.stream().anyMatch(it -> it.mark() == Mark.UNCHECKED) ? UNCHECKED : 0;
  }

  private BenchNews news() {
    return new BenchNews() {
      @Override
      public void asked(String text) {
        say(text);
      }

      @Override
      public void notConfirmed(int node, String why) {
        say("node " + node + ": " + why);
      }
    };
  }

  private void say(String what) {
    spec.commandLine().getErr().println("deltabed: " + what);
    spec.commandLine().getErr().flush();
  }
}
