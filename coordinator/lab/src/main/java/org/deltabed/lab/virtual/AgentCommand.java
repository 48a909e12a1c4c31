package org.deltabed.lab.virtual;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.agent.AgentLaunch;

/**
 * The command line of a virtual node's agent: this Java, the agent's own libraries, the flags that
 * a Pi would use.
 */
public final class AgentCommand {

  private AgentCommand() {}

  /** The command for an agent with that configuration file, and more flags for its Java. */
  public static List<String> of(Path configuration, List<String> moreFlags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(AgentLaunch.JVM_FLAGS);
    command.addAll(moreFlags);
    command.add("-cp");
    command.add(classPath());
    command.add(AgentLaunch.MAIN_CLASS);
    command.add("--config");
    command.add(configuration.toString());
    return command;
  }

  /**
   * The agent's library folder where the launcher built one; else, in tests, the path that this
   * runs with.
   */
  public static String classPath() {
    Path home = Path.of(System.getProperty("deltabed.home", ""));
    Path target = home.resolve("firmware-node/agent/target").toAbsolutePath();
    boolean built =
        System.getProperty("deltabed.home") != null && Files.isDirectory(target.resolve("lib"));
    return built ? target + "/lib/*:" + target + "/*" : System.getProperty("java.class.path");
  }
}
