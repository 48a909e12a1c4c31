package org.deltabed.lab;

import java.util.logging.Level;
import java.util.logging.LogManager;
import org.deltabed.checker.BadEvidence;
import org.deltabed.lab.campaign.Versions;
import org.deltabed.lab.cli.BenchCommand;
import org.deltabed.lab.cli.CalibrateCommand;
import org.deltabed.lab.cli.CheckCommand;
import org.deltabed.lab.cli.ExhibitCommand;
import org.deltabed.lab.cli.ExitCodes;
import org.deltabed.lab.cli.ExploreCommand;
import org.deltabed.lab.cli.ProtocolsCommand;
import org.deltabed.lab.cli.ProvisionCommand;
import org.deltabed.lab.cli.ReplayCommand;
import org.deltabed.lab.cli.ReportCommand;
import org.deltabed.lab.cli.RunCommand;
import org.deltabed.lab.cli.SessionCommand;
import org.deltabed.lab.cli.VirtualCommand;
import org.deltabed.lab.cli.WiringCommand;
import org.deltabed.wiring.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of deltabed. */
@Command(
    name = "deltabed",
    mixinStandardHelpOptions = true,
    versionProvider = Deltabed.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Runs fault-tolerant protocols on a testbed, crashes its nodes, and says with evidence what happened;",
      "and tries every crash there is in a simulator.",
      ""
    },
    footer = {
      "",
      "Exit codes of run, check, explore and replay: 0 PASS, 1 VIOLATED (a property is broken while the assumptions held),",
      "2 BOUND_BROKEN (the bus or a host broke its bound first), 3 INCOMPLETE (a gap in the evidence);",
      "64 wrong usage or bad input, 70 an error of deltabed itself, 130 stopped (explore: 3, and what was found)."
    },
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      ReportCommand.class,
      ExploreCommand.class,
      ReplayCommand.class,
      ExhibitCommand.class,
      ProtocolsCommand.class,
      WiringCommand.class,
      ProvisionCommand.class,
      SessionCommand.class,
      VirtualCommand.class,
      BenchCommand.class,
      CalibrateCommand.class
    })
public final class Deltabed implements Runnable {

  /** Reads the version when it is asked for. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"deltabed " + Versions.DELTABED};
    }
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** For {@link #commandLine()}. */
  public Deltabed() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
  }

  /** The command line, ready to execute; tests use it too. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Deltabed());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExitCodeExceptionMapper(Deltabed::exitCode);
    line.setExecutionExceptionHandler(
        (error, failed, parsed) -> {
          int code = exitCode(error);
          if (code == ExitCodes.INTERNAL) {
            error.printStackTrace(failed.getErr());
          } else {
            failed.getErr().println("deltabed: " + error.getMessage());
          }
          return code;
        });
    line.setParameterExceptionHandler(
        (error, arguments) -> {
          CommandLine failed = error.getCommandLine();
          failed.getErr().println("deltabed: " + error.getMessage());
          failed.getErr().println("Try '" + failed.getCommandSpec().qualifiedName() + " --help'.");
          return ExitCodes.USAGE;
        });
    return line;
  }

  private static int exitCode(Throwable error) {
    return switch (error) {
      case BadInput _, BadEvidence _, CommandLine.ParameterException _ -> ExitCodes.USAGE;
      case InterruptedException _ -> ExitCodes.STOPPED;
      default -> ExitCodes.INTERNAL;
    };
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    // What libraries log of a broker or client that is going away is nothing to a person; what
    // matters of it comes back to us as an error.
    LogManager.getLogManager().getLogger("").setLevel(Level.OFF);
    int code;
    try {
      code = commandLine().execute(arguments);
    } catch (Error e) { // as memory that has run out: no verdict's code may stand for it
      e.printStackTrace();
      code = ExitCodes.INTERNAL;
    }
    System.exit(code);
  }
}
