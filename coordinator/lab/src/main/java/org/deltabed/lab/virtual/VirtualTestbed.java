package org.deltabed.lab.virtual;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.checker.Fault;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.campaign.LiveTestbed;
import org.deltabed.lab.campaign.Session;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The virtual testbed as the coordinator sees it: a process of its own ({@link VirtualWorld}) that
 * is the line, the pins and the power of the nodes, reached over a socket in the session's folder.
 * The world does not end with the coordinator's death in the same instant, so that nobody's power
 * changes by it (F09); left alone, it ends itself and its nodes.
 */
public final class VirtualTestbed implements LiveTestbed {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long ANSWER_S = 20;
  private static final long LOOK_MS = 100;
  private static final int BAD_CONFIGURATION = 64;

  private final Process world;
  private final SocketChannel control;
  private final Testbed testbed;
  private final WitnessFile witness;
  private final Optional<Path> cache;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final Map<Integer, Path> configurations = new TreeMap<>();
  private final Map<Integer, Path> logs = new TreeMap<>();
  private final Map<Integer, Boolean> alive = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> exitCodes = new ConcurrentHashMap<>();
  private volatile long roundOnLine = -1;
  private volatile IOException broken;

  private VirtualTestbed(
      Process world,
      SocketChannel control,
      Testbed testbed,
      WitnessFile witness,
      Optional<Path> cache) {
    this.world = world;
    this.control = control;
    this.testbed = testbed;
    this.witness = witness;
    this.cache = cache;
    Thread.ofPlatform().daemon().name("witness-reader").start(this::read);
  }

  /**
   * Starts the world and gives every node power.
   *
   * @param traces where the witness's records go
   */
  public static VirtualTestbed start(
      Session session, Testbed testbed, BrokerAccess broker, Path traces)
      throws IOException, InterruptedException {
    Path socket = session.folder().resolve("control.sock");
    Path log = session.worldLog();
    Optional<Path> cache = AgentCache.find(testbed); // first: making one takes the whole machine
    Process world = launch(session, log);
    try {
      SocketChannel control = connect(socket, world, log);
      VirtualTestbed started =
          new VirtualTestbed(world, control, testbed, new WitnessFile(traces), cache);
      started.configureAndPowerOn(session, broker);
      return started;
    } catch (IOException | InterruptedException | RuntimeException e) {
      world.destroy();
      throw e;
    }
  }

  private static Process launch(Session session, Path log) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            VirtualWorld.class.getName(),
            session.folder().toString());
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static SocketChannel connect(Path socket, Process world, Path log)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_S);
    while (world.isAlive() && System.nanoTime() < endNs) {
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
    throw new IOException("the virtual testbed did not start: " + Files.readString(log));
  }

  private void configureAndPowerOn(Session session, BrokerAccess broker) throws IOException {
    JsonNode answer = ask(JSON.createObjectNode().put("op", "terminals"));
    Path pins = Path.of(answer.get("pins").asString());
    for (NodeSpec node : testbed.nodes()) {
      String serial = answer.get("terminals").get(Integer.toString(node.id())).asString();
      configurations.put(node.id(), session.configure(node, serial, pins, broker));
      logs.put(node.id(), session.log(node.id()));
    }
    for (NodeSpec node : testbed.nodes()) {
      powerOn(node.id());
    }
  }

  @Override
  public void powerOn(int node) throws IOException {
    powerOn(node, AgentCache.flags(cache));
  }

  /** Gives a node power, with more flags for its Java. */
  public void powerOn(int node, List<String> moreFlags) throws IOException {
    ObjectNode request = JSON.createObjectNode().put("op", "powerOn").put("node", node);
    ArrayNode command = request.putArray("command");
    AgentCommand.of(configurations.get(node), moreFlags).forEach(command::add);
    request.put("log", logs.get(node).toString());
    alive.put(node, true);
    ask(request);
  }

  @Override
  public boolean alive(int node) {
    return alive.getOrDefault(node, false);
  }

  @Override
  public Optional<String> refusal(int node) {
    return exitCodes.getOrDefault(node, 0) == BAD_CONFIGURATION
        ? Optional.of(lastWords(logs.get(node)))
        : Optional.empty();
  }

  private static String lastWords(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.isEmpty() ? "it says nothing" : lines.getLast();
    } catch (IOException e) {
      return "its log cannot be read: " + e;
    }
  }

  @Override
  public void beginRun(String run) throws IOException {
    ask(JSON.createObjectNode().put("op", "run").put("run", run));
  }

  @Override
  public void endRun() throws IOException {
    ask(JSON.createObjectNode().put("op", "run").put("run", ""));
    witness.flush();
  }

  @Override
  public void arm(List<Fault> faults) throws IOException {
    ObjectNode request = JSON.createObjectNode().put("op", "arm");
    request.set("faults", JSON.valueToTree(faults));
    ask(request);
  }

  @Override
  public void disarm() throws IOException {
    ask(JSON.createObjectNode().put("op", "disarm"));
  }

  @Override
  public long roundOnLine() {
    return roundOnLine;
  }

  private synchronized JsonNode ask(ObjectNode request) throws IOException {
    if (broken != null) {
      throw new IOException("the virtual testbed has gone", broken);
    }
    byte[] line = (request + "\n").getBytes(StandardCharsets.UTF_8);
    Channels.newOutputStream(control).write(line);
    try {
      JsonNode answer = awaitAnswer();
      if (answer == null) {
        throw new IOException(
            "the virtual testbed does not answer to " + request.get("op"), broken);
      }
      if (!answer.path("error").asString("").isEmpty()) {
        throw new IOException(
            "the virtual testbed refused " + request.get("op") + ": " + answer.get("error"));
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while the virtual testbed was asked", e);
    }
  }

  private JsonNode awaitAnswer() throws InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_S);
    JsonNode answer = answers.poll(LOOK_MS, TimeUnit.MILLISECONDS);
    while (answer == null && broken == null && System.nanoTime() < endNs) {
      answer = answers.poll(LOOK_MS, TimeUnit.MILLISECONDS);
    }
    return answer;
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(Channels.newReader(control, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode message = JSON.readTree(line);
        if (message.has("record")) {
          witness.write(message.get("run").asString(), message.get("record").toString());
        } else if (message.has("round")) {
          roundOnLine = message.get("round").asLong();
        } else if (message.has("exited")) {
          exitCodes.put(message.get("exited").asInt(), message.get("code").asInt());
          alive.put(message.get("exited").asInt(), false);
        } else if (message.has("restored")) {
          alive.put(message.get("restored").asInt(), true);
        } else {
          answers.add(message);
        }
      }
      broken = new IOException("end of stream");
    } catch (IOException | UncheckedIOException e) {
      broken = new IOException(e);
    }
    alive.replaceAll((node, was) -> false);
  }

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
      ask(JSON.createObjectNode().put("op", "shutdown"));
    } catch (IOException e) {
      // It has gone already, or hangs; what is left of it is ended below.
    }
    try {
      if (!world.waitFor(10, TimeUnit.SECONDS)) {
        world.destroyForcibly();
      }
    } catch (InterruptedException e) {
      world.destroy(); // orderly: its shutdown hook ends the nodes
      Thread.currentThread().interrupt();
    }
    try {
      control.close();
      witness.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
