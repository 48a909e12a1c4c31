package org.deltabed.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.trace.JsonText;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** A private folder for agents in training, and the processes that live in it. */
final class Classroom implements AutoCloseable {
  private static final String SESSION = "0000000000000001";

  /** Nobody listens there: what a connection needs is loaded, and it fails at once. */
  private static final String NOWHERE = "127.0.0.1:1";

  private final AgentConfig like;
  private final Path folder;
  private final List<Process> agents = new ArrayList<>();

  private Classroom(AgentConfig like, Path folder) {
    this.like = like;
    this.folder = folder;
  }

  static Classroom open(AgentConfig like, Testbed testbed) throws IOException {
    Path folder = Files.createTempDirectory("deltabed-training"); // of its owner's alone
    Classroom room = new Classroom(like, folder);
    BusKey.create(room.key());
    Files.writeString(room.wiring(), testbed.toJson());
    return room;
  }

  private Path key() {
    return folder.resolve("bus.key");
  }

  private Path wiring() {
    return folder.resolve("wiring.json");
  }

  /** Starts an agent as this process was started, which ends with its standard input. */
  Process start(NodeSpec node, String terminal, String... flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(AgentLaunch.JVM_FLAGS);
    String library = System.getProperty(AgentLaunch.SERIAL_LIBRARY, "");
    if (!library.isEmpty()) {
      command.add("-D" + AgentLaunch.SERIAL_LIBRARY + "=" + library);
    }
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), AgentLaunch.MAIN_CLASS));
    command.addAll(List.of("--config", configure(node, terminal).toString()));
    command.add(AgentMain.UNTIL_INPUT_ENDS);
    ProcessBuilder agent = new ProcessBuilder(command);
    agent.environment().putAll(AgentLaunch.ENVIRONMENT);
    agent.environment().remove("NOTIFY_SOCKET");
    agent.redirectErrorStream(true);
    agent.redirectOutput(folder.resolve("node" + node.id() + ".log").toFile());
    Process started = agent.start();
    agents.add(started);
    return started;
  }

  private Path configure(NodeSpec node, String terminal) throws IOException {
    Path spool = Files.createDirectories(folder.resolve("spool" + node.id()));
    JsonText text = new JsonText(1024);
    text.ascii("{\"node\":").number(node.id());
    text.ascii(",\"wiring\":").string(wiring().toString());
    text.ascii(",\"session\":").string(SESSION);
    text.ascii(",\"key\":").string(key().toString());
    text.ascii(",\"spool\":").string(spool.toString());
    text.ascii(",\"serial\":").string(terminal);
    text.ascii(",\"mqtt\":{\"user\":").string(like.mqtt().user());
    TlsFiles tls = like.mqtt().tls();
    if (tls == null) {
      text.ascii(",\"url\":").string("tcp://" + NOWHERE);
      text.ascii(",\"passwordFile\":").string(like.mqtt().passwordFile().toString());
    } else {
      text.ascii(",\"url\":").string("ssl://" + NOWHERE);
      text.ascii(",\"ca\":").string(tls.ca().toString());
      text.ascii(",\"certificate\":").string(tls.certificate().toString());
      text.ascii(",\"key\":").string(tls.key().toString());
    }
    text.ascii("}}");
    return Files.writeString(folder.resolve("node" + node.id() + ".json"), text.toString());
  }

  /** What the agents have printed. */
  String said() throws IOException {
    StringBuilder text = new StringBuilder();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
      for (Path log : logs) {
        text.append(Files.readString(log));
      }
    }
    return text.toString();
  }

  /** Ends what still lives, and forgets the rest. */
  @Override
  public void close() throws IOException {
    for (Process agent : agents) {
      agent.destroyForcibly();
      agent.onExit().join();
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException error)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
