package org.deltabed.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deltabed.lab.virtual.HandPost;
import org.deltabed.lab.virtual.HandReach;
import org.deltabed.wiring.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltabed virtual}. */
@Command(
    name = "virtual",
    mixinStandardHelpOptions = true,
    description = "Is the hand on the plugs of a virtual testbed that runs in another terminal.",
    subcommands = {
      VirtualCommand.Pull.class,
      VirtualCommand.Plug.class,
      VirtualCommand.Pause.class,
      VirtualCommand.Resume.class,
      VirtualCommand.State.class
    })
public final class VirtualCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: pull, plug, pause, resume or state");
  }

  /** What a hand does to one node. */
  abstract static class Act implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NODE", description = "The node's id.")
    private int node;

    @Option(
        names = "--testbed",
        paramLabel = "NAME",
        description = "Which testbed, where several are up: its name, or name and number.")
    private String testbed = "";

    @Spec private CommandSpec spec;

    private final String operation;

    Act(String operation) {
      this.operation = operation;
    }

    @Override
    public Integer call() throws IOException {
      String state = HandReach.to(socket(), operation, node);
      spec.commandLine().getOut().println("node " + node + ": " + state);
      spec.commandLine().getOut().flush();
      return 0;
    }

    private Path socket() throws IOException {
      List<Path> up =
          HandPost.up().stream()
              .filter(it -> it.getFileName().toString().startsWith(testbed))
              .toList();
      if (up.size() == 1) {
        return up.getFirst();
      }
      throw new BadInput(
          "virtual " + operation,
          0,
          up.isEmpty()
              ? "no virtual testbed" + (testbed.isEmpty() ? "" : " " + testbed) + " is up"
              : "several virtual testbeds are up: "
                  + String.join(", ", up.stream().map(it -> it.getFileName().toString()).toList()),
          up.isEmpty()
              ? "start one in another terminal: ./deltabed session"
              : "say which: --testbed NAME");
    }
  }

  @Command(
      name = "pull",
      mixinStandardHelpOptions = true,
      description = "Pulls the node's plug: its process is killed that instant.")
  static final class Pull extends Act {
    Pull() {
      super("pull");
    }
  }

  @Command(
      name = "plug",
      mixinStandardHelpOptions = true,
      description = "Puts the node's plug back: it boots.")
  static final class Plug extends Act {
    Plug() {
      super("plug");
    }
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Makes the node's program stand still (SIGSTOP), which is no crash.")
  static final class Pause extends Act {
    Pause() {
      super("pause");
    }
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Lets the node's program go on.")
  static final class Resume extends Act {
    Resume() {
      super("resume");
    }
  }

  @Command(
      name = "state",
      mixinStandardHelpOptions = true,
      description = "Says how the node is; does nothing to it.")
  static final class State extends Act {
    State() {
      super("state");
    }
  }
}
