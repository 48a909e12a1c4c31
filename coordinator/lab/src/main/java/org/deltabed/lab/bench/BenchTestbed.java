package org.deltabed.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.checker.Fault;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.campaign.LiveTestbed;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.lab.witness.ControlClient;
import org.deltabed.lab.witness.WitnessFile;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A testbed with a bench: everything that the coordinator knows of nodes it knows by the bench's
 * instruments. The nodes behind it are real, or those of a virtual testbed, which then serves as a
 * stage and is no witness.
 */
public final class BenchTestbed implements LiveTestbed, Instruments {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a bench cannot bring about, but a virtual stage can. */
  private static final List<String> OF_THE_STAGE = List.of("bus", "pause");

  /** The supplies that no device of a virtual stage switches. */
  private static final List<String> BY_HAND = List.of("person", "command", "process");

  /** A person may take her time, and a Pi boots slowly. */
  private static final long RESTORE_MS_MAX = 420_000;

  private final BenchNews news;
  private final WitnessFile witness;
  private final Optional<VirtualTestbed> stage;
  private final Map<Integer, Boolean> alive = new ConcurrentHashMap<>();

  /** Nodes whose last change of power nothing has confirmed. */
  private final Set<Integer> unconfirmed = ConcurrentHashMap.newKeySet();

  private volatile long roundOnLine = -1;
  private final Testbed testbed;
  private ControlClient bench;

  private BenchTestbed(
      Testbed testbed, BenchNews news, WitnessFile witness, Optional<VirtualTestbed> stage) {
    this.testbed = testbed;
    this.news = news;
    this.witness = witness;
    this.stage = stage;
  }

  /**
   * Sets the stage, whose nodes are plugged in, and starts the bench in front of it.
   *
   * @param news hears what a person is to be told
   * @param traces where the witness's records go
   */
  public static BenchTestbed onStage(
      Session session, Testbed testbed, BrokerAccess broker, Path traces, BenchNews news)
      throws IOException, InterruptedException {
    // What the stage itself knows is no evidence: it stays in the session's folder.
    Path backstage = Files.createDirectories(session.folder().resolve("backstage"));
    VirtualTestbed stage = VirtualTestbed.start(session, testbed, broker, backstage);
    BenchTestbed started =
        new BenchTestbed(testbed, news, new WitnessFile(traces), Optional.of(stage));
    try {
      Map<String, String> boards = stage.install(testbed, broker);
      Path password = session.folder().resolve("lab.password");
      writePrivately(password, broker.lab().password());
      new BenchSettings(
              session.key().toString(),
              stage.pinBoard().toString(),
              stage.tap(),
              broker.url(),
              broker.lab().user(),
              password.toString(),
              List.of(),
              boards)
          .write(session.folder());
      started.start(session);
      return started;
    } catch (IOException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /**
   * Starts the bench in front of real nodes, whose programs run or are about to.
   *
   * @param news hears what a person is to be told
   * @param traces where the witness's records go
   */
  public static BenchTestbed real(
      Session session, Testbed testbed, BrokerAccess broker, Path traces, BenchNews news)
      throws IOException, InterruptedException {
    BenchTestbed started =
        new BenchTestbed(testbed, news, new WitnessFile(traces), Optional.empty());
    new BenchSettings(
            session.key().toString(),
            "",
            testbed.coordinator().tap(),
            broker.url(),
            broker.lab().user(),
            "",
            broker.tls() == null ? List.of() : files(broker.tls()),
            Map.of())
        .write(session.folder());
    try {
      started.start(session);
      return started;
    } catch (IOException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static List<String> files(TlsFiles tls) {
    return List.of(tls.ca().toString(), tls.certificate().toString(), tls.key().toString());
  }

  private static void writePrivately(Path file, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private void start(Session session) throws IOException, InterruptedException {
    testbed.nodes().forEach(node -> alive.put(node.id(), true)); // until the bench knows better
    bench =
        ControlClient.start(
            "the bench",
            Bench.class,
            session.folder(),
            session.folder().resolve("bench.sock"),
            session.folder().resolve("bench.log"),
            this::hear);
    bench.ask(ControlClient.request("begin").put("firstSeq", session.before().witnessSeq()));
  }

  @Override
  public void powerOn(int node) throws IOException {
    bench.ask(ControlClient.request("restart").put("node", node));
  }

  @Override
  public Tally tally() throws IOException {
    return Tally.of(bench.ask(ControlClient.request("tally")));
  }

  @Override
  public void crashLine(int node, boolean high) throws IOException {
    bench.ask(ControlClient.request("crashLine").put("node", node).put("high", high));
  }

  @Override
  public void power(int node, boolean on) throws IOException {
    if (stage.isPresent() && BY_HAND.contains(testbed.nodeById(node).power().by())) {
      stage.get().hand(node, on);
    } else {
      bench.ask(ControlClient.request("power").put("node", node).put("on", on));
    }
  }

  @Override
  public Optional<Instruments> instruments() {
    return Optional.of(this);
  }

  @Override
  public boolean alive(int node) {
    return alive.getOrDefault(node, false);
  }

  @Override
  public Optional<String> refusal(int node) {
    return stage.flatMap(it -> it.refusal(node));
  }

  @Override
  public boolean beyondReach(int node) {
    return unconfirmed.contains(node);
  }

  @Override
  public long restoreMsMax() {
    return RESTORE_MS_MAX;
  }

  @Override
  public void beginRun(String run) throws IOException {
    bench.ask(ControlClient.request("run").put("run", run));
  }

  @Override
  public void endRun() throws IOException {
    bench.ask(ControlClient.request("run").put("run", ""));
    witness.flush();
  }

  @Override
  public void arm(List<Fault> faults) throws IOException {
    List<Fault> onStage = faults.stream().filter(BenchTestbed::isOfTheStage).toList();
    if (!onStage.isEmpty()) {
      stage
          .orElseThrow(() -> new IOException("a bench cannot do " + onStage.getFirst().kind()))
          .arm(onStage);
    }
    ObjectNode request = ControlClient.request("arm");
    request.set(
        "faults", JSON.valueToTree(faults.stream().filter(fault -> !isOfTheStage(fault)).toList()));
    bench.ask(request);
  }

  /** Also a cut at a byte of a frame, which only who makes the line can place. */
  private static boolean isOfTheStage(Fault fault) {
    return OF_THE_STAGE.contains(fault.kind()) || fault.parameters().containsKey("afterBytes");
  }

  @Override
  public void disarm() throws IOException {
    if (stage.isPresent()) {
      stage.get().disarm();
    }
    bench.ask(ControlClient.request("disarm"));
  }

  @Override
  public long roundOnLine() {
    return roundOnLine;
  }

  private void hear(JsonNode message) {
    if (message == null) {
      alive.replaceAll((node, was) -> false);
    } else if (message.has("record")) {
      keep(message);
    } else if (message.has("round")) {
      roundOnLine = message.get("round").asLong();
    } else if (message.has("alive")) {
      alive.put(message.get("alive").asInt(), message.get("is").asBoolean());
      news.alive(message.get("alive").asInt(), message.get("is").asBoolean());
    } else if (message.has("supply")) {
      news.supply(
          message.get("supply").asInt(),
          message.get("up").asBoolean(),
          message.get("timeNs").asLong());
    } else if (message.has("ask")) {
      news.asked(message.get("ask").asString());
    } else if (message.has("silent")) {
      news.silent(message.get("silent").asInt(), message.get("text").asString());
    } else if (message.has("changed")) {
      unconfirmed.remove(message.get("changed").asInt());
      news.power(message.get("changed").asInt(), message.get("text").asString());
    } else if (message.has("unconfirmed")) {
      unconfirmed.add(message.get("unconfirmed").asInt());
      news.notConfirmed(message.get("unconfirmed").asInt(), message.get("text").asString());
    }
  }

  private void keep(JsonNode message) {
    try {
      witness.write(message.get("run").asString(), message.get("record").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the reader takes it for the bench's end
    }
  }

  @Override
  public void close() {
    if (bench != null) {
      bench.close(); // first: it lets go of the stage's lines and changes nobody's power
    }
    stage.ifPresent(VirtualTestbed::close);
    try {
      witness.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
