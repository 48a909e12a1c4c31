package org.deltabed.lab.virtual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.checker.Fault;
import org.deltabed.hardware.ProcessPriority;
import org.deltabed.hardware.power.plug.BrokerLogin;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.host.HiccupWatch;
import org.deltabed.lab.witness.ControlChannel;
import org.deltabed.lab.witness.LineSchedule;
import org.deltabed.lab.witness.RecordLine;
import org.deltabed.lab.witness.TimedFaults;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.Miswiring;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The virtual testbed's own process: the line, the pins, the power of every node, and the witness
 * of all that. It is not the coordinator, as a bench is not the person at it.
 */
public final class VirtualWorld implements AutoCloseable, VirtualNode.Listener {

  /** How long the world goes on without a coordinator; then it switches everything off. */
  private static final long ALONE_NS_MAX = 10_000_000_000L;

  private static final int INTERNAL = 70;
  private static final String END = "end-of-world";

  /** The coordinator's own place on the line, from which it never sends. */
  private static final int TAP_PORT = VirtualBus.PORTS_MAX - 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Testbed testbed;
  private final Path session;
  private final Path pinSocket;
  private final ControlChannel control;
  private final WitnessLog witness;
  private final LineSchedule schedule;
  private final FaultDesk desk;
  private final TimedFaults timed;
  private final VirtualBus bus;
  private final VirtualPinBoard pins;
  private final Hand hand;
  private SimulatedSupplies supplies;
  private final HiccupWatch hiccups;
  private final List<VirtualNode> nodes = new ArrayList<>();
  private final RecordLine recordLine = new RecordLine();

  private VirtualWorld(Path session) throws IOException {
    this.session = session;
    testbed = ResolvedTestbedReader.read(session.resolve("wiring.json"));
    BusKey key = BusKey.load(session.resolve("bus.key"));
    control = new ControlChannel(session.resolve("control.sock"));
    witness = new WitnessLog(this::tell);
    schedule =
        new LineSchedule(
            testbed, round -> witness.after(() -> control.send("{\"round\":" + round + "}")));
    desk = new FaultDesk(testbed, key, witness, schedule, this::cutMidFrame, this::babble);
    bus =
        new VirtualBus(
            BusSettings.of(testbed.bus().baudRate()).withEcho(testbed.bus().echo()), desk);
    pinSocket = session.resolve("pins.sock");
    pins = VirtualPinBoard.open(pinSocket);
    WirePanel.install(testbed, pins);
    setBaudRates();
    HandLog log = new HandLog(session.resolve("hand.jsonl"));
    for (NodeSpec node : testbed.nodes()) {
      nodes.add(new VirtualNode(node, bus, pins, witness, log, this));
    }
    hand = new Hand(session.resolve("hand.sock"), this::node);
    timed = new TimedFaults(schedule, this::happen);
    hiccups =
        new HiccupWatch(
            testbed.bus().receiveJitterNs() / 4,
            latenessNs ->
                witness.record(
                    Kind.HICCUP, System.nanoTime(), 0, latenessNs, 0, "{\"of\":\"host\"}"));
  }

  private void setBaudRates() {
    for (Miswiring it : testbed.virtual().miswired()) {
      if (it instanceof Miswiring.WrongBaudRate wrong) {
        bus.setBaudRate(testbed.nodeById(wrong.node()).slot(), wrong.baudRate());
      }
    }
  }

  /**
   * Runs a world in the session folder that is its argument, until it is told to end or left alone.
   */
  public static void main(String[] arguments) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(VirtualWorld::endBy);
    ProcessPriority.raise();
    VirtualWorld world = new VirtualWorld(Path.of(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(world::close, END));
    Thread.ofPlatform().daemon().name("alone").start(world::endWhenAlone);
    Thread.ofPlatform().daemon().name("hand").start(world.hand);
    world.control.serve(world::request);
  }

  /** A world of which a part has died is no witness. */
  private static void endBy(Thread thread, Throwable cause) {
    System.err.println("the thread " + thread.getName() + " died of " + cause);
    cause.printStackTrace();
    if (thread.getName().equals(END)) {
      Runtime.getRuntime().halt(INTERNAL); // whoever exits waits for this thread
    }
    Runtime.getRuntime().exit(INTERNAL);
  }

  private void endWhenAlone() {
    while (control.aloneNs() < ALONE_NS_MAX) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    close();
    try {
      Session.remove(session);
    } catch (IOException e) {
      System.err.println("what is left of the session: " + e);
    }
    System.exit(0);
  }

  private void request(JsonNode request, ObjectNode answer) throws IOException {
    switch (request.get("op").asString()) {
      case "terminals" -> {
        witness.handOnFromNow(request.path("firstSeq").asLong(0));
        answer.put("pins", pinSocket.toString());
        ObjectNode terminals = answer.putObject("terminals");
        for (VirtualNode node : nodes) {
          terminals.put(Integer.toString(node.id()), node.terminal());
        }
        if (testbed.coordinator().taps()) {
          answer.put("tap", bus.attach(TAP_PORT));
        }
      }
      case "powerOn" -> {
        List<String> command = new ArrayList<>();
        request.get("command").forEach(word -> command.add(word.asString()));
        node(request.get("node").asInt()).powerOn(command, Path.of(request.get("log").asString()));
      }
      case "devices" -> {
        supplies = new SimulatedSupplies(testbed, nodes, pins, logins(request));
        ObjectNode boards = answer.putObject("boards");
        supplies.boards().forEach(boards::put);
      }
      case "run" -> {
        witness.run(request.get("run").asString());
        answerAfterRecords(answer);
      }
      case "arm" -> {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode fault : request.get("faults")) {
          faults.add(JSON.treeToValue(fault, Fault.class));
        }
        desk.arm(faults);
        timed.arm(faults);
      }
      case "disarm" -> {
        desk.disarm();
        timed.disarm();
        nodes.forEach(VirtualNode::settle);
        answerAfterRecords(answer); // and after what was said of nodes that were given power
      }
      case "shutdown" -> {
        nodes.forEach(VirtualNode::end);
        witness.after(() -> Runtime.getRuntime().exit(0));
      }
      default -> throw new IOException("unknown request " + request.get("op"));
    }
  }

  private static Map<Integer, BrokerLogin> logins(JsonNode request) {
    String url = request.get("brokerUrl").asString();
    Map<Integer, BrokerLogin> logins = new TreeMap<>();
    for (var plug : request.get("plugs").properties()) {
      JsonNode user = plug.getValue();
      logins.put(
          Integer.parseInt(plug.getKey()),
          new BrokerLogin(url, user.get("user").asString(), user.get("password").asString(), null));
    }
    return logins;
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

  private void tell(TraceRecord record) {
    control.send(recordLine.of(record));
  }

  @Override
  public void exited(int node, int code) {
    witness.after(() -> control.send("{\"exited\":" + node + ",\"code\":" + code + "}"));
  }

  @Override
  public void restored(int node) {
    witness.after(() -> control.send("{\"restored\":" + node + "}"));
  }

  private void happen(Fault fault) {
    VirtualNode node = node(fault.node());
    switch (fault.kind()) {
      case "powerCut" -> node.cut(number(fault, "restoreAfterMs"));
      case "crashPin" -> node.driveCrashPin();
      case "pause" -> node.pause(number(fault, "forMs"));
      default -> throw new IllegalStateException("no timed fault: " + fault.kind());
    }
  }

  private static long number(Fault fault, String parameter) {
    return ((Number) fault.parameters().getOrDefault(parameter, 0)).longValue();
  }

  /** On the bus thread, which must not wait for a process to die. */
  private void cutMidFrame(int port, long lineNs, int bytes) {
    Thread.ofPlatform().daemon().name("cut").start(() -> nodes.get(port).cutAt(lineNs, bytes));
  }

  private void babble(int port, long durationNs) {
    bus.babble(port, durationNs);
  }

  private VirtualNode node(int id) {
    return nodes.get(testbed.nodeById(id).slot());
  }

  @Override
  public void close() {
    hiccups.close();
    timed.close();
    if (supplies != null) {
      supplies.close();
    }
    nodes.forEach(VirtualNode::close);
    bus.close();
    pins.close();
    hand.close();
  }
}
