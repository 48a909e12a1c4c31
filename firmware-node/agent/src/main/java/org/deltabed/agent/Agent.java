package org.deltabed.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deltabed.agent.core.Halt;
import org.deltabed.agent.core.Journal;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.core.Rehearsal;
import org.deltabed.agent.shell.AliveHold;
import org.deltabed.agent.shell.CommandDesk;
import org.deltabed.agent.shell.Loop;
import org.deltabed.agent.shell.NodePins;
import org.deltabed.agent.shell.PinRecords;
import org.deltabed.agent.shell.SpoolJournal;
import org.deltabed.agent.shell.StatusBoard;
import org.deltabed.agent.shell.Watchdog;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.agent.uplink.Uplink;
import org.deltabed.hardware.Bus;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.NativeHeap;
import org.deltabed.hardware.ProcessPriority;
import org.deltabed.hardware.RealTimePriority;
import org.deltabed.hardware.ServiceManager;
import org.deltabed.hardware.SkewedClock;
import org.deltabed.hardware.gpio.GpioPinsPlugin;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.serial.Direction;
import org.deltabed.hardware.serial.SerialBus;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.deltabed.trace.Kind;
import org.deltabed.trace.Spool;
import org.deltabed.trace.SpoolLimits;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;

/** The parts of a running agent, and the order in which they start and end. */
final class Agent {
  /** 64 MiB as by default, but in small segments: two of them count as the agent's memory. */
  private static final SpoolLimits SPOOL = new SpoolLimits(256 << 10, 256);

  private static final long UPLOAD_NS_MAX = 2_000_000_000L;

  private final AgentConfig config;
  private final Testbed testbed;
  private final MutualTls tls;
  private final Spool spool;
  private final Journal journal;
  private final NodeSettings settings;
  private final MonotonicClock clock;
  private final PinRecords pins = new PinRecords();
  private final CommandDesk desk = new CommandDesk();
  private final StatusBoard board = new StatusBoard();
  private Pi4jPins lines;

  private Agent(AgentConfig config, Testbed testbed, BusKey key, MutualTls tls, Spool spool) {
    this.config = config;
    this.testbed = testbed;
    this.tls = tls;
    this.spool = spool;
    clock = clockOf(testbed, config.node());
    journal = new SpoolJournal(spool);
    int session = AgentConfig.frameSession(config.session());
    settings = NodeSettings.of(testbed, config.node(), spool.boot(), session, key);
  }

  /**
   * Reads what the configuration names and begins a new boot.
   *
   * @throws BadInput if the wiring is bad or has no such node
   * @throws org.deltabed.wire.KeyRefused if others can read a key
   * @throws CertificateRefused if the node's certificate is not of this testbed
   * @throws org.deltabed.trace.SpoolFailed if the spool cannot be written
   */
  static Agent start(AgentConfig config) throws IOException, CertificateRefused {
    Testbed testbed = ResolvedTestbedReader.read(config.wiring());
    requireNode(config, testbed, config.node());
    requireNode(config, testbed, config.board());
    BusKey key = BusKey.load(config.key());
    MutualTls tls = config.mqtt().tls() == null ? null : MutualTls.load(config.mqtt().tls());
    Spool spool = Spool.openNewBoot(config.spool(), config.node(), SPOOL, config.bootsBefore());
    return new Agent(config, testbed, key, tls, spool);
  }

  /** Ends in order as soon as this process's standard input does: for a life of known length. */
  void endWithInput() {
    daemon(
        () -> {
          try {
            while (System.in.read() >= 0) {}
          } catch (IOException e) {
            desk.fail(e);
          }
          desk.stop();
        },
        "agent-input");
  }

  private static void requireNode(AgentConfig config, Testbed testbed, int id) {
    if (testbed.nodes().stream().noneMatch(node -> node.id() == id)) {
      throw new BadInput(
          config.wiring().toString(),
          0,
          "no node has id " + id,
          "start the agent with the wiring of its testbed");
    }
  }

  /** The machine's clock, unless a virtual testbed wants clocks that differ. */
  private static MonotonicClock clockOf(Testbed testbed, int node) {
    return testbed
        .virtual()
        .clockOf(node)
        .<MonotonicClock>map(skew -> new SkewedClock(skew.offsetNs(), skew.driftPpm()))
        .orElse(MonotonicClock.system());
  }

  /** Runs until an orderly end; throws {@code Halted} for any other. */
  void run() throws IOException, InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> desk.fail(cause));
    ProcessPriority.raise();
    recordBoot();
    AliveHold alive = openPins();
    Rehearsal.play(settings);
    System.gc(); // what the rehearsal left; later nobody has time for it
    NativeHeap.trim();
    Bus bus = openBus(); // last: what came before would be taken for new
    Loop loop = new Loop(settings, bus::send, echoBytesMax(), journal, clock, desk, board, pins);
    ServiceManager service = ServiceManager.ofThisProcess();
    Uplink uplink = new Uplink(config, tls, settings, journal, spool, desk, board, clock, alive);
    Thread uplinkThread = daemon(uplink, "agent-uplink");
    Thread main = Thread.currentThread();
    var dog = new Watchdog(board, spool, main, clock, settings.timing().cycleNs(), service);
    Thread watchdog = daemon(dog, "agent-watchdog");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(main), "agent-stop"));
    RealTimePriority.NODE.request();
    bus.listen(loop);
    service.ready();
    loop.run();
    service.stopping();
    watchdog.interrupt();
    bus.close();
    Halt.because(journal, clock.nowNs(), "shutdown");
    uplink.finish(uplinkThread, UPLOAD_NS_MAX);
    spool.close();
  }

  private void recordBoot() {
    String data = BootJson.of(settings, AgentConfig.frameSession(config.session()));
    long nowNs = clock.nowNs();
    int previous = spool.previousBoot();
    journal.add(
        Kind.BOOT,
        TraceRecord.NONE,
        TraceRecord.NONE,
        0,
        nowNs,
        previous,
        spool.previousLastSeq(),
        data);
    spool
        .previousDamage()
        .ifPresent(
            damage ->
                journal.add(
                    Kind.SPOOL_DAMAGED,
                    TraceRecord.NONE,
                    TraceRecord.NONE,
                    0,
                    nowNs,
                    previous,
                    damage.seq()));
  }

  /** A node's own burst comes back on a half-duplex line. */
  private int echoBytesMax() {
    var line = testbed.bus();
    return line.echo() ? line.subFrames() * line.frameBytesMax() : 0;
  }

  private Bus openBus() {
    try {
      return SerialBus.open(config.serial(), testbed.bus().baudRate(), direction());
    } catch (IOException | UncheckedIOException e) {
      throw Halt.because(journal, clock.nowNs(), "no bus: " + e.getMessage());
    }
  }

  /** Who turns this node's adapter around. */
  private Direction direction() {
    NodeSpec node = testbed.nodeById(config.node());
    return switch (node.made().direction()) {
      case "kernel" -> new Direction.Kernel();
      case "pin" -> new Direction.Pin(requireLines().output(node.pins().get("direction"), false));
      default -> Direction.auto();
    };
  }

  private Pi4jPins requireLines() {
    if (lines == null) {
      throw Halt.because(journal, clock.nowNs(), "no bus: its direction is by a pin, without pins");
    }
    return lines;
  }

  private AliveHold openPins() {
    try {
      lines = ownLines();
      if (lines == null) {
        return AliveHold.NONE;
      }
      var byUse = testbed.nodeById(config.board()).pins();
      return NodePins.open(lines, byUse, board, pins, clock, settings.timing().slotNs());
    } catch (IOException | UncheckedIOException e) {
      throw Halt.because(journal, clock.nowNs(), "no pins: " + e.getMessage());
    }
  }

  /** Of the virtual board or of a GPIO chip; null where the node has neither. */
  private Pi4jPins ownLines() throws IOException {
    if (config.pins() != null) {
      return new Pi4jPins(VirtualPinsPlugin.newContext(config.pins()));
    }
    return config.gpio() == null ? null : new Pi4jPins(GpioPinsPlugin.newContext(config.gpio()));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** On SIGTERM: the loop ends between two steps, and the process when all is uploaded. */
  private void endInOrder(Thread main) {
    desk.stop();
    try {
      main.join(2 * UPLOAD_NS_MAX / 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
