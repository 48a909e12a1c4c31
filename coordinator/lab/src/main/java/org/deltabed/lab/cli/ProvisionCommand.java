package org.deltabed.lab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltabed.lab.provision.Provision;
import org.deltabed.lab.provision.ProvisionOptions;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed provision}. */
@Command(
    name = "provision",
    mixinStandardHelpOptions = true,
    description = {
      "Makes what a testbed's machines are set up with: packages, keys, certificates, the broker's configuration.",
      "A folder for each node and one for the lab machine; each has a README.txt that says what to do there."
    })
public final class ProvisionCommand implements Callable<Integer> {

  private static final int DAYS_MAX = 3650;

  @Parameters(index = "0", paramLabel = "WIRING", description = "The testbed description.")
  private Path wiring;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the bundle goes. Default: bundles/<name of the testbed>.")
  private Path out;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "" + ProvisionOptions.DAYS,
      description = "How long certificates are good for. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--renew",
      description =
          "Renews a bundle: new certificates in place of those that expire within "
              + Provision.RENEWED_DAYS_BEFORE
              + " days, new packages; authority, session and bus key stay.")
  private boolean renew;

  @Option(names = "--all", description = "With --renew: renews every certificate.")
  private boolean all;

  @Option(names = "--new-session", description = "With --renew: makes a new session number.")
  private boolean newSession;

  @Option(names = "--new-bus-key", description = "With --renew: makes a new bus key.")
  private boolean newBusKey;

  @Option(
      names = "--jmods",
      paramLabel = "DIR",
      description =
          "Modules (*.jmod) of a JDK 25 for the nodes' machines. Packages then bring a small Java of their own; "
              + "without, they depend on openjdk-25-jre-headless.")
  private Path jmods;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!renew && (all || newSession || newBusKey)) {
      throw wrong("--all, --new-session and --new-bus-key go with --renew");
    }
    if (days < 1 || days > DAYS_MAX) {
      throw wrong("--days: 1 to " + DAYS_MAX + ", not " + days);
    }
    Testbed testbed = TestbedFile.load(wiring);
    Path folder = out != null ? out : Path.of("bundles", testbed.name());
    ProvisionOptions options =
        new ProvisionOptions(
            Home.path(),
            wiring,
            folder,
            days,
            renew,
            all,
            newSession,
            newBusKey,
            Optional.ofNullable(jmods));
    List<String> did = new Provision(testbed, options, Instant.now()).run();
    PrintWriter print = spec.commandLine().getOut();
    did.forEach(print::println);
    print.println("Begin with " + Home.shown(folder.resolve("README.txt")));
    print.flush();
    return 0;
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
