package org.deltabed.lab.witness;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.deltabed.wiring.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The coordinator's end of the socket to a {@link ControlChannel} in a process of its own: asks one
 * question at a time, and hands on the news in between.
 */
public final class ControlClient implements AutoCloseable {

  /** Exit code of a program that cannot start, and has said what is to be mended. */
  public static final int REFUSED = 64;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long ANSWER_S = 20;
  private static final long LOOK_MS = 100;
  private static final long END_S = 10;

  private final String name;
  private final Process process;
  private final SocketChannel control;
  private final Consumer<JsonNode> news;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private volatile IOException broken;
  private long asked;

  private ControlClient(
      String name, Process process, SocketChannel control, Consumer<JsonNode> news) {
    this.name = name;
    this.process = process;
    this.control = control;
    this.news = news;
    Thread.ofPlatform().daemon().name("news-of-" + name).start(this::read);
  }

  /**
   * Starts a program on this Java and class path, and connects to the socket that it makes.
   *
   * @param name of it, for messages
   * @param main its main class
   * @param argument its one argument
   * @param socket where it listens
   * @param log gets its output
   * @param news hears what it says unasked, on a thread of its own; {@code null} when it has gone
   */
  public static ControlClient start(
      String name, Class<?> main, Path argument, Path socket, Path log, Consumer<JsonNode> news)
      throws IOException, InterruptedException {
    Process process = launch(main, argument, log);
    try {
      return new ControlClient(name, process, connect(name, socket, process, log), news);
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  private static Process launch(Class<?> main, Path argument, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.add(argument.toString());
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static SocketChannel connect(String name, Path socket, Process process, Path log)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_S);
    while (process.isAlive() && System.nanoTime() < endNs) {
      if (Files.exists(socket)) {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
          channel.connect(UnixDomainSocketAddress.of(socket));
          return channel;
        } catch (IOException e) {
          channel.close(); // bound, and not listening yet
        }
      }
      Thread.sleep(5);
    }
    String said = Files.readString(log).strip();
    if (!process.isAlive() && process.exitValue() == REFUSED) {
      throw new BadInput(name, 0, said, "mend it, then start again");
    }
    throw new IOException(name + " did not start: " + said);
  }

  /** A request that {@link #ask} takes. */
  public static ObjectNode request(String operation) {
    return JSON.createObjectNode().put("op", operation);
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws IOException if it has gone, does not answer in time, or refuses
   */
  public synchronized JsonNode ask(ObjectNode request) throws IOException {
    if (broken != null) {
      throw new IOException(name + " has gone", broken);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("stopped before " + name + " was asked"); // a write would close it
    }
    request.put("number", ++asked);
    byte[] line = (request + "\n").getBytes(StandardCharsets.UTF_8);
    Channels.newOutputStream(control).write(line);
    try {
      JsonNode answer = awaitAnswer(asked);
      if (answer == null) {
        throw new IOException(name + " does not answer to " + request.get("op"), broken);
      }
      if (!answer.path("error").asString("").isEmpty()) {
        throw new IOException(
            name + " refused " + request.get("op") + ": " + answer.get("error").asString());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while " + name + " was asked", e);
    }
  }

  /** An answer that comes too late is to another question, and dropped. */
  private JsonNode awaitAnswer(long number) throws InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_S);
    while (System.nanoTime() < endNs) {
      JsonNode answer = answers.poll(LOOK_MS, TimeUnit.MILLISECONDS);
      if (answer == null && broken != null) {
        return null;
      }
      if (answer != null && answer.path("number").asLong(0) == number) {
        return answer;
      }
    }
    return null;
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(Channels.newReader(control, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode message = JSON.readTree(line);
        if (message.has("ok")) {
          answers.add(message);
        } else {
          news.accept(message);
        }
      }
      broken = new IOException("end of stream");
    } catch (IOException | UncheckedIOException e) {
      broken = new IOException(e);
    }
    news.accept(null);
  }

  /** Tells it to end, and ends it if it does not. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // else nothing could be said on the socket
    try {
      end();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void end() {
    try {
      ask(request("shutdown"));
    } catch (IOException e) {
      // It has gone already, or hangs; what is left of it is ended below.
    }
    try {
      if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroy(); // orderly: its shutdown hook ends what it has started
      Thread.currentThread().interrupt();
    }
    try {
      control.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
