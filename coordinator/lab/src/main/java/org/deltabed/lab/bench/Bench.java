package org.deltabed.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.checker.Fault;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.ProcessPriority;
import org.deltabed.hardware.serial.SerialBus;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.host.HiccupWatch;
import org.deltabed.lab.witness.ControlChannel;
import org.deltabed.lab.witness.LineSchedule;
import org.deltabed.lab.witness.RecordLine;
import org.deltabed.lab.witness.TimedFaults;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bench's own process: listens on the bus, watches every node's pins, drives SYNC and CRASH,
 * switches power, and is the witness of all that. It is not the coordinator, whose work must not
 * make the instruments late, and whose death must not change anybody's power (F09).
 */
public final class Bench
    implements AutoCloseable, ControlChannel.Requests, TapEar.Listener, BenchPower.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int INTERNAL = 70;
  private static final String END = "end-of-bench";
  private static final long LOOK_MS = 20;
  private static final long ALONE_NS_MAX = 10_000_000_000L;

  /** Without a sign of life for so many cycles, a program does not run. */
  private static final int SILENT_CYCLES = 3;

  private static final long SILENCE_NS_MIN = 300_000_000;
  private static final long VIRTUAL_BOOT_NS = 20_000_000_000L;
  private static final long BOOT_NS = 120_000_000_000L;

  private final Path session;
  private final Testbed testbed;
  private final ControlChannel control;
  private final WitnessLog witness;
  private final LineSchedule schedule;
  private final TimedFaults timed;
  private final HiccupWatch hiccups;
  private final BenchPins pins;
  private final BenchPower power;
  private final SerialBus tap;
  private final SyncWire sync;
  private final Map<Integer, NodeWatch> watches = new TreeMap<>();
  private final Map<Integer, DigitalOutput> crashLines = new TreeMap<>();
  private final Map<Integer, Boolean> told = new TreeMap<>();
  private final BenchTally tally;
  private final RecordLine recordLine = new RecordLine();
  private volatile boolean ending;

  private Bench(Path session) throws IOException {
    this.session = session;
    testbed = ResolvedTestbedReader.read(session.resolve("wiring.json"));
    BenchSettings settings = BenchSettings.read(session);
    control = new ControlChannel(session.resolve("bench.sock"));
    witness = new WitnessLog(record -> control.send(recordLine.of(record)));
    schedule =
        new LineSchedule(
            testbed, round -> witness.after(() -> control.send("{\"round\":" + round + "}")));
    timed = new TimedFaults(schedule, this::happen);
    hiccups = new HiccupWatch(testbed.bus().receiveJitterNs() / 4, this::hiccup);
    pins = new BenchPins(settings, testbed.coordinator());
    tally = new BenchTally(testbed);
    testbed.nodes().forEach(this::watch);
    sync = testbed.coordinator().syncs() ? sync() : null;
    power = new BenchPower(testbed, settings, pins, watches, this::ask, this);
    tap = SerialBus.open(settings.tap(), testbed.bus().baudRate());
    tap.listenClosely(new TapEar(testbed, BusKey.load(Path.of(settings.key())), this));
  }

  /** Runs a bench in the session folder that is its argument, until told to end or left alone. */
  public static void main(String[] arguments) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(Bench::endBy);
    ProcessPriority.raise();
    Bench bench = new Bench(Path.of(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(bench::close, END));
    Thread.ofPlatform().daemon().name("lives").start(bench::tellLives);
    bench.control.serve(bench);
  }

  /** A bench of which a part has died is no witness. */
  private static void endBy(Thread thread, Throwable cause) {
    System.err.println("the thread " + thread.getName() + " died of " + cause);
    cause.printStackTrace();
    if (thread.getName().equals(END)) {
      Runtime.getRuntime().halt(INTERNAL); // whoever exits waits for this thread
    }
    Runtime.getRuntime().exit(INTERNAL);
  }

  private void watch(NodeSpec node) {
    Map<String, String> lines = node.coordinatorPins();
    boolean sensed = lines.containsKey("sense");
    long silenceNs = Math.max(SILENT_CYCLES * testbed.timing().cycleNs(), SILENCE_NS_MIN);
    NodeWatch watch =
        new NodeWatch(sensed, silenceNs, node.isVirtual() ? VIRTUAL_BOOT_NS : BOOT_NS);
    watches.put(node.id(), watch);
    if (sensed) {
      DigitalInput input = pins.input(lines.get("sense"));
      tally.watchSense(node, input);
      input.onEdge(witnessing(node, "sense", (high, timeNs) -> senseEdge(node, high, timeNs)));
      watch.supply(input.level());
    }
    if (lines.containsKey("alive")) {
      DigitalInput input = pins.input(lines.get("alive"));
      tally.watchAlive(node, input);
      input.onEdge(witnessing(node, "alive", (high, timeNs) -> aliveEdge(node, high, timeNs)));
    }
    if (lines.containsKey("crash")) {
      crashLines.put(node.id(), pins.output(lines.get("crash"), false));
    }
  }

  private SyncWire sync() {
    return new SyncWire(
        pins.output(testbed.coordinator().sync(), false),
        (high, fromNs, toNs) -> {
          tally.syncEdge();
          witness.record(
              Kind.SYNC_OUT, toNs, 0, fromNs, toNs, "{\"level\":" + (high ? 1 : 0) + "}");
        });
  }

  private void senseEdge(NodeSpec node, boolean high, long timeNs) {
    watches.get(node.id()).supply(high);
    pin(node, high, timeNs, "sense");
    ObjectNode news =
        JSON.createObjectNode().put("supply", node.id()).put("up", high).put("timeNs", timeNs);
    witness.after(() -> control.send(news.toString()));
    tellLife(node);
  }

  /**
   * A listener that does not swallow what it could not see: who has lost a pin is no witness, and
   * edges that were missed are in the records.
   */
  private DigitalInput.EdgeListener witnessing(
      NodeSpec node, String use, DigitalInput.EdgeListener edges) {
    return new DigitalInput.EdgeListener() {
      @Override
      public void edge(boolean high, long timeNs) {
        edges.edge(high, timeNs);
      }

      @Override
      public void missed(long edgesMin) {
        String data = "{\"of\":\"" + use + " of " + node.name() + "\",\"missed\":" + edgesMin + "}";
        witness.record(Kind.HICCUP, System.nanoTime(), node.process(), 0, 0, data);
      }

      @Override
      public void lost(IOException cause) {
        if (!ending) {
          throw new IllegalStateException(
              "the " + use + " line of " + node.name() + " is lost: " + cause.getMessage());
        }
      }
    };
  }

  /** A line that falls may fall because its node has died: only a rising one is a sign of life. */
  private void aliveEdge(NodeSpec node, boolean high, long timeNs) {
    if (high) {
      watches.get(node.id()).sign(timeNs, "ALIVE pin");
    }
    tally.aliveEdge(node);
    if (witness.inRun()) {
      pin(node, high, timeNs, "alive");
    }
  }

  private void pin(NodeSpec node, boolean high, long timeNs, String use) {
    witness.record(Kind.PIN, timeNs, node.process(), high ? 1 : 0, 0, "{\"pin\":\"" + use + "\"}");
  }

  private void hiccup(long latenessNs) {
    witness.record(Kind.HICCUP, System.nanoTime(), 0, latenessNs, 0, "{\"of\":\"host\"}");
  }

  @Override
  public void frame(
      int sender, int boot, int round, int slot, int bytes, long notBeforeNs, long notAfterNs) {
    tally.frame(sender);
    schedule.seen(round, slot, notAfterNs - bytes * testbed.timing().byteNs());
    if (sender >= 1 && sender <= testbed.n()) {
      watches.get(testbed.node(sender).id()).sign(notBeforeNs, "frame on the bus");
    }
    if (witness.inRun()) {
      witness.record(
          Kind.LINE,
          notAfterNs,
          round,
          slot,
          sender,
          notBeforeNs,
          notAfterNs,
          "{\"by\":\"tap\",\"boot\":" + boot + "}");
    }
  }

  @Override
  public void idle(int delimiters) {
    tally.breaks(delimiters);
  }

  @Override
  public void noise(int bytes, long notBeforeNs, long notAfterNs) {
    tally.noise(schedule.slotAt(notAfterNs - bytes * testbed.timing().byteNs()));
    if (witness.inRun()) {
      witness.record(Kind.LINE, notAfterNs, 0, notBeforeNs, notAfterNs, "{\"by\":\"tap\"}");
    }
  }

  @Override
  public void lost(IOException cause) {
    if (ending) {
      return; // so is whatever was on the line
    }
    throw new IllegalStateException("the tap on the bus is lost: " + cause.getMessage());
  }

  private void happen(Fault fault) {
    NodeSpec node = testbed.nodeById(fault.node());
    switch (fault.kind()) {
      case "powerCut" -> power.cut(node, number(fault, "restoreAfterMs"));
      case "crashPin" -> crashLines.get(node.id()).drive(true);
      default -> throw new IllegalStateException("no fault of a bench: " + fault.kind());
    }
  }

  private static long number(Fault fault, String parameter) {
    return ((Number) fault.parameters().getOrDefault(parameter, 0)).longValue();
  }

  @Override
  public void changed(NodeSpec node, PowerChange change) {
    String data =
        JSON.createObjectNode()
            .put("state", change.state().word())
            .put("by", node.power().by())
            .put("confirmedBy", change.confirmedBy())
            .put("sensed", change.sensed())
            .toString();
    witness.record(
        Kind.POWER,
        change.confirmedNs(),
        node.process(),
        change.askedNs(),
        change.confirmedNs(),
        data);
    say("changed", node, change.state().word());
    tellLife(node);
  }

  @Override
  public void notConfirmed(NodeSpec node, PowerState wanted, String why) {
    long nowNs = System.nanoTime();
    String data =
        JSON.createObjectNode()
            .put("state", wanted.word())
            .put("by", node.power().by())
            .put("failed", why)
            .toString();
    witness.record(Kind.POWER, nowNs, node.process(), 0, 0, data);
    say("unconfirmed", node, why);
  }

  private void ask(String text) {
    ObjectNode news = JSON.createObjectNode().put("ask", text);
    witness.after(() -> control.send(news.toString()));
  }

  private void say(String what, NodeSpec node, String text) {
    ObjectNode news = JSON.createObjectNode().put(what, node.id()).put("text", text);
    witness.after(() -> control.send(news.toString()));
  }

  /** A coordinator that is dead plans nothing any more: what has not happened will not (F09). */
  @Override
  public void gone() {
    timed.disarm();
    try {
      power.takeBack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void request(JsonNode request, ObjectNode answer) throws IOException {
    switch (request.get("op").asString()) {
      case "begin" -> witness.handOnFromNow(request.path("firstSeq").asLong(0));
      case "run" -> {
        witness.run(request.get("run").asString());
        answerAfterRecords(answer);
      }
      case "arm" -> {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode fault : request.get("faults")) {
          faults.add(JSON.treeToValue(fault, Fault.class));
        }
        timed.arm(faults);
      }
      case "disarm" -> {
        timed.disarm();
        takeBack();
        crashLines.values().forEach(line -> line.drive(false));
        answerAfterRecords(answer);
      }
      case "tally" -> tally.write(answer);
      case "crashLine" -> {
        DigitalOutput line = crashLines.get(request.get("node").asInt());
        if (line == null) {
          throw new IOException("no CRASH wire to node " + request.get("node"));
        }
        line.drive(request.get("high").asBoolean());
      }
      case "power" ->
          power.make(testbed.nodeById(request.get("node").asInt()), request.get("on").asBoolean());
      case "restart" -> restart(testbed.nodeById(request.get("node").asInt()));
      case "shutdown" -> witness.after(() -> Runtime.getRuntime().exit(0));
      default -> throw new IOException("unknown request " + request.get("op"));
    }
  }

  private void restart(NodeSpec node) {
    if (watches.get(node.id()).now() == PowerState.ON) {
      say("silent", node, "it has power, but gives no sign of life");
    }
    power.restart(node);
  }

  private void takeBack() throws IOException {
    try {
      power.takeBack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while power was switched", e);
    }
  }

  /** The coordinator may then rely on having every record made so far. */
  private void answerAfterRecords(ObjectNode answer) {
    answer.put("later", true);
    witness.after(
        () -> {
          answer.remove("later");
          control.send(answer.toString());
        });
  }

  /** Tells who runs, whenever that changes; ends when nobody has listened for long. */
  private void tellLives() {
    try {
      while (control.aloneNs() < ALONE_NS_MAX) {
        testbed.nodes().forEach(this::tellLife);
        Thread.sleep(LOOK_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      Session.remove(session); // it holds keys
    } catch (IOException e) {
      System.err.println("what is left of the session: " + e);
    }
    Runtime.getRuntime().exit(0);
  }

  private void tellLife(NodeSpec node) {
    synchronized (told) {
      boolean alive = watches.get(node.id()).alive();
      if (control.aloneNs() == 0 && !Boolean.valueOf(alive).equals(told.put(node.id(), alive))) {
        String news = "{\"alive\":" + node.id() + ",\"is\":" + alive + "}";
        witness.after(() -> control.send(news));
      }
    }
  }

  /** Lets go of everything; no line and nobody's power changes by it. */
  @Override
  public void close() {
    ending = true;
    timed.close();
    hiccups.close();
    if (sync != null) {
      sync.close();
    }
    power.close();
    tap.close();
    pins.close();
  }
}
