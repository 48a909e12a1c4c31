package org.deltabed.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.checker.Fault;
import org.deltabed.hardware.ProcessPriority;
import org.deltabed.hardware.serial.SerialBus;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.host.HiccupWatch;
import org.deltabed.lab.witness.ControlChannel;
import org.deltabed.lab.witness.ControlClient;
import org.deltabed.lab.witness.LineSchedule;
import org.deltabed.lab.witness.RecordLine;
import org.deltabed.lab.witness.TimedFaults;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;

/**
 * The bench's own process: listens on the bus, watches every node's pins, drives SYNC and CRASH,
 * switches power, and is the witness of all that. It is not the coordinator, whose work must not
 * make the instruments late, and whose death must not change anybody's power (F09).
 */
public final class Bench implements AutoCloseable {

  private static final int INTERNAL = 70;
  private static final String END = "end-of-bench";
  private static final long LOOK_MS = 20;
  private static final long ALONE_NS_MAX = 10_000_000_000L;

  private final Path session;
  private final Testbed testbed;
  private final ControlChannel control;
  private final WitnessLog witness;
  private final NewsSender news;
  private final TimedFaults timed;
  private final HiccupWatch hiccups;
  private final BenchPins lines;
  private final PinInstruments pins;
  private final BenchPower power;
  private final TapInstrument heard;
  private final SerialBus tap;
  private final BenchDesk desk;
  private final Map<Integer, NodeWatch> watches = new TreeMap<>();
  private final RecordLine recordLine = new RecordLine();

  private Bench(Path session) throws IOException {
    this.session = session;
    testbed = ResolvedTestbedReader.read(session.resolve("wiring.json"));
    BenchSettings settings = BenchSettings.read(session);
    control = new ControlChannel(session.resolve("bench.sock"));
    witness = new WitnessLog(record -> control.send(recordLine.of(record)));
    news = new NewsSender(control, witness);
    testbed.nodes().forEach(node -> watches.put(node.id(), NodeWatch.of(node, testbed.timing())));
    LineSchedule schedule = new LineSchedule(testbed, news::round);
    timed = new TimedFaults(schedule, this::happen);
    hiccups = new HiccupWatch(testbed.bus().receiveJitterNs() / 4, this::hiccup);
    lines = new BenchPins(settings, testbed.coordinator());
    BenchTally tally = new BenchTally(testbed);
    pins = new PinInstruments(lines, witness, news, tally, watches);
    pins.connect(testbed);
    PowerRecords records = new PowerRecords(witness, news, watches);
    power = new BenchPower(testbed, settings, lines, watches, news::ask, records);
    heard = new TapInstrument(testbed, witness, schedule, tally, watches);
    tap = SerialBus.open(settings.tap(), testbed.bus().baudRate());
    tap.listenClosely(new TapEar(testbed, BusKey.load(Path.of(settings.key())), heard));
    desk = new BenchDesk(testbed, control, witness, news, timed, pins, power, tally, watches);
  }

  /** Runs a bench in the session folder that is its argument, until told to end or left alone. */
  public static void main(String[] arguments) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(Bench::endBy);
    ProcessPriority.raise();
    Bench bench = open(Path.of(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(bench::close, END));
    Thread.ofPlatform().daemon().name("lives").start(bench::tellLives);
    bench.control.serve(bench.desk);
  }

  /** A device that is not there, or not ours, is for the person to mend (F10, F11). */
  private static Bench open(Path session) throws IOException {
    try {
      return new Bench(session);
    } catch (UncheckedIOException e) {
      throw refuse(e.getCause());
    } catch (IOException e) {
      throw refuse(e);
    }
  }

  private static IOException refuse(IOException cause) {
    System.err.println(cause.getMessage());
    Runtime.getRuntime().halt(ControlClient.REFUSED);
    return cause;
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

  private void hiccup(long latenessNs) {
    witness.record(Kind.HICCUP, System.nanoTime(), 0, latenessNs, 0, "{\"of\":\"host\"}");
  }

  private void happen(Fault fault) {
    NodeSpec node = testbed.nodeById(fault.node());
    switch (fault.kind()) {
      case "powerCut" -> power.cut(node, number(fault, "restoreAfterMs"));
      case "crashPin" -> crash(node);
      default -> throw new IllegalStateException("no fault of a bench: " + fault.kind());
    }
  }

  private static long number(Fault fault, String parameter) {
    return ((Number) fault.parameters().getOrDefault(parameter, 0)).longValue();
  }

  /** That there is a CRASH wire was checked when the plan was. */
  private void crash(NodeSpec node) {
    try {
      pins.crash(node.id(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells who runs, whenever that changes; ends when nobody has listened for long. */
  private void tellLives() {
    try {
      while (control.aloneNs() < ALONE_NS_MAX) {
        testbed.nodes().forEach(node -> news.life(node, watches.get(node.id()).alive()));
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

  /** Lets go of everything; no line and nobody's power changes by it. */
  @Override
  public void close() {
    heard.end();
    timed.close();
    hiccups.close();
    pins.close();
    power.close();
    tap.close();
    lines.close();
  }
}
