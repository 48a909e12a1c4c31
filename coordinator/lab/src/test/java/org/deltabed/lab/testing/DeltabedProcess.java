package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deltabed.lab.Deltabed;

/** The command line in a process of its own, and all processes that it has started. */
public final class DeltabedProcess implements AutoCloseable {

  private static final long WAIT_MS = 10;

  private final Process process;
  private final Path output;
  private final List<ProcessHandle> known = new ArrayList<>();

  private DeltabedProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it with those arguments; {@code folder} is its working directory. */
  public static DeltabedProcess start(Path folder, String... arguments) throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    // Where the tests run in the background Ctrl-C is ignored, and children inherit that.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Deltabed.class.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new DeltabedProcess(process, output);
  }

  /** Waits until it has {@code nodes} agents, and remembers them and the testbed's process. */
  public void awaitNodes(int nodes, long waitS) throws InterruptedException, IOException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitS);
    while (agents().count() < nodes) {
      if (System.nanoTime() > endNs || !process.isAlive()) {
        throw new IllegalStateException("no " + nodes + " nodes: " + output());
      }
      Thread.sleep(WAIT_MS);
    }
    process.descendants().forEach(known::add);
  }

  /** The agents among its processes right now. */
  public Stream<ProcessHandle> agents() {
    return process.descendants().filter(child -> CommandLines.of(child).contains("AgentMain"));
  }

  /** The testbed's process and the agents that {@link #awaitNodes} saw and that live. */
  public List<ProcessHandle> survivors() {
    return known.stream().filter(ProcessHandle::isAlive).toList();
  }

  /** Waits until none of the processes that {@link #awaitNodes} saw lives. */
  public boolean awaitNoSurvivor(long waitMs) throws InterruptedException {
    long endNs = System.nanoTime() + waitMs * 1_000_000;
    while (!survivors().isEmpty() && System.nanoTime() < endNs) {
      Thread.sleep(WAIT_MS);
    }
    return survivors().isEmpty();
  }

  /** The private folder of its session, as its testbed's process was told. */
  public Path session() {
    return known.stream()
        .map(CommandLines::of)
        .filter(line -> line.contains("VirtualWorld"))
        .map(line -> Path.of(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Its own handle. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Sends a signal, such as {@code INT}, to a process that this test has started. */
  public static void signal(String name, ProcessHandle target)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(target.pid()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Its exit code, once it has ended. */
  public int exitCode(long waitS) throws InterruptedException, IOException {
    if (!process.waitFor(waitS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after " + waitS + " s: " + output());
    }
    return process.exitValue();
  }

  /** What it has printed. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Ends what is left of it. */
  @Override
  public void close() {
    process.descendants().forEach(known::add);
    process.destroyForcibly();
    survivors().forEach(ProcessHandle::destroyForcibly);
  }
}
