package org.deltabed.lab.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.deltabed.checker.Fault;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.campaign.LiveTestbed;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.witness.ControlClient;
import org.deltabed.lab.witness.WitnessFile;
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
  private static final int BAD_CONFIGURATION = 64;

  private final WitnessFile witness;
  private final Optional<Path> cache;
  private final HandPost post;
  private final Map<Integer, Path> configurations = new TreeMap<>();
  private final Map<Integer, Path> logs = new TreeMap<>();
  private final Map<Integer, Boolean> alive = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> exitCodes = new ConcurrentHashMap<>();
  private volatile long roundOnLine = -1;
  private ControlClient world;
  private JsonNode terminals;

  private final Path hand;

  private VirtualTestbed(WitnessFile witness, Optional<Path> cache, HandPost post, Path hand) {
    this.hand = hand;
    this.witness = witness;
    this.cache = cache;
    this.post = post;
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
    Optional<Path> cache = AgentCache.find(testbed); // first: making one takes the whole machine
    Path hand = session.folder().resolve("hand.sock");
    HandPost post = HandPost.put(testbed.name(), hand);
    VirtualTestbed started = new VirtualTestbed(new WitnessFile(traces), cache, post, hand);
    started.world =
        ControlClient.start(
            "the virtual testbed",
            VirtualWorld.class,
            session.folder(),
            socket,
            session.worldLog(),
            started::hear);
    try {
      started.configureAndPowerOn(session, testbed, broker);
      return started;
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private void configureAndPowerOn(Session session, Testbed testbed, BrokerAccess broker)
      throws IOException {
    terminals =
        world.ask(
            ControlClient.request("terminals").put("firstSeq", session.before().witnessSeq()));
    Path pins = pinBoard();
    for (NodeSpec node : testbed.nodes()) {
      String serial = terminals.get("terminals").get(Integer.toString(node.id())).asString();
      configurations.put(node.id(), session.configure(node, serial, pins, broker));
      logs.put(node.id(), session.log(node.id()));
    }
    for (NodeSpec node : testbed.nodes()) {
      powerOn(node.id());
    }
  }

  /**
   * Puts the devices of the nodes' supplies in, which the bench's drivers then find.
   *
   * @return the terminals of USB relay boards, by the devices that the description names
   */
  public Map<String, String> install(Testbed testbed, BrokerAccess broker) throws IOException {
    ObjectNode request = ControlClient.request("devices");
    ObjectNode plugs = request.put("brokerUrl", broker.url()).putObject("plugs");
    broker
        .plugs()
        .forEach(
            (node, user) ->
                plugs
                    .putObject(Integer.toString(node))
                    .put("user", user.user())
                    .put("password", user.password()));
    Map<String, String> boards = new TreeMap<>();
    world
        .ask(request)
        .get("boards")
        .properties()
        .forEach(board -> boards.put(board.getKey(), board.getValue().asString()));
    return boards;
  }

  /** The socket of the board on which all pins are. */
  public Path pinBoard() {
    return Path.of(terminals.get("pins").asString());
  }

  /** The coordinator's own terminal on the bus, if the testbed has one. */
  public String tap() {
    return terminals.get("tap").asString();
  }

  @Override
  public void powerOn(int node) throws IOException {
    powerOn(node, AgentCache.flags(cache));
  }

  /** Gives a node power, with more flags for its Java. */
  public void powerOn(int node, List<String> moreFlags) throws IOException {
    ObjectNode request = ControlClient.request("powerOn").put("node", node);
    ArrayNode command = request.putArray("command");
    AgentCommand.of(configurations.get(node), moreFlags).forEach(command::add);
    request.put("log", logs.get(node).toString());
    alive.put(node, true);
    world.ask(request);
  }

  /** Pulls a node's plug or puts it back; nothing where it is as it shall be. */
  public void hand(int node, boolean on) throws IOException {
    boolean is = !HandReach.to(hand, "state", node).equals("unplugged");
    if (is != on) {
      HandReach.to(hand, on ? "plug" : "pull", node);
    }
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
    world.ask(ControlClient.request("run").put("run", run));
  }

  @Override
  public void endRun() throws IOException {
    world.ask(ControlClient.request("run").put("run", ""));
    witness.flush();
  }

  @Override
  public void arm(List<Fault> faults) throws IOException {
    ObjectNode request = ControlClient.request("arm");
    request.set("faults", JSON.valueToTree(faults));
    world.ask(request);
  }

  @Override
  public void disarm() throws IOException {
    world.ask(ControlClient.request("disarm"));
  }

  @Override
  public long roundOnLine() {
    return roundOnLine;
  }

  private void hear(JsonNode news) {
    if (news == null) {
      alive.replaceAll((node, was) -> false);
    } else if (news.has("record")) {
      keep(news);
    } else if (news.has("round")) {
      roundOnLine = news.get("round").asLong();
    } else if (news.has("exited")) {
      exitCodes.put(news.get("exited").asInt(), news.get("code").asInt());
      alive.put(news.get("exited").asInt(), false);
    } else if (news.has("restored")) {
      alive.put(news.get("restored").asInt(), true);
    }
  }

  private void keep(JsonNode news) {
    try {
      witness.write(news.get("run").asString(), news.get("record").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the reader takes it for the world's end
    }
  }

  @Override
  public void close() {
    post.close();
    world.close();
    try {
      witness.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
