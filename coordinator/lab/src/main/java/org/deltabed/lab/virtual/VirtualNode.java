package org.deltabed.lab.virtual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.agent.AgentLaunch;
import org.deltabed.hardware.CutEvidence;
import org.deltabed.hardware.power.Launch;
import org.deltabed.hardware.power.ProcessPower;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.NodeSpec;

/**
 * One node of the virtual testbed: its terminal, its pins and its process, and what can be done to
 * it.
 */
final class VirtualNode implements AutoCloseable {

  /** Hears what becomes of nodes' processes, on any thread. */
  interface Listener {
    /** Its process has ended. */
    void exited(int node, int code);

    /** A fault that took its power has given it back: a new boot. */
    void restored(int node);
  }

  private final NodeSpec spec;
  private final VirtualBus bus;
  private final VirtualPinBoard pins;
  private final WitnessLog witness;
  private final Listener listener;
  private final HandLog hand;
  private final String terminal;

  /** Whether there is power at its socket, whatever its program does. */
  private boolean supplied;

  private ProcessPower power;
  private List<String> command;
  private Path log;
  private Thread aftermath;

  VirtualNode(
      NodeSpec spec,
      VirtualBus bus,
      VirtualPinBoard pins,
      WitnessLog witness,
      HandLog hand,
      Listener listener)
      throws IOException {
    this.spec = spec;
    this.bus = bus;
    this.pins = pins;
    this.witness = witness;
    this.hand = hand;
    this.listener = listener;
    this.terminal = bus.attach(spec.slot());
    bus.discard(spec.slot()); // no power yet
    pins.onEdge(this::edge);
  }

  private String pin(String use) {
    return spec.pins().get(use);
  }

  int id() {
    return spec.id();
  }

  /** The device of its bus adapter. */
  String terminal() {
    return terminal;
  }

  private void edge(String line, boolean high, long timeNs) {
    if (!witness.inRun()) {
      return;
    }
    spec.pins()
        .forEach(
            (use, mine) -> {
              if (mine.equals(line)) {
                witness.record(
                    Kind.PIN, timeNs, spec.process(), high ? 1 : 0, 0, "{\"pin\":\"" + use + "\"}");
              }
            });
  }

  /** A new boot. */
  synchronized void powerOn(List<String> startCommand, Path startLog) throws IOException {
    if (power != null && power.isOn()) {
      throw new IOException("node " + id() + " has power already");
    }
    command = startCommand;
    log = startLog;
    if (crashLineIsOurs()) {
      pins.drive(pin("crash"), false);
    }
    showSupply(true);
    bus.attach(spec.slot());
    Files.createDirectories(log.getParent());
    power =
        new ProcessPower(
            "node" + id(),
            new Launch(command, AgentLaunch.ENVIRONMENT, log.getParent(), log),
            this::exited);
    long bootNs = System.nanoTime();
    power.on();
    witness.record(Kind.POWER_ON, bootNs, spec.process(), bootNs, 0, "");
  }

  /** Nobody else drives it: there is no bench whose wire ends here. */
  private boolean crashLineIsOurs() {
    String line = pin("crash");
    return line != null && line.equals(spec.coordinatorPins().get("crash"));
  }

  /**
   * Its supply rail goes up before its program runs, and down after that has died. Without power it
   * holds no line up.
   */
  private void showSupply(boolean on) {
    supplied = on;
    String alive = pin("alive");
    if (!on && alive != null) {
      pins.letFall(alive);
    }
    String rail = pin("sense");
    if (rail != null) {
      pins.drive(rail, on);
    }
  }

  /** A hand pulls its plug, whether its program runs or has ended by itself. */
  synchronized void pull() throws IOException {
    if (!supplied) {
      throw new IOException("node " + id() + " is not plugged in");
    }
    long fromNs = System.nanoTime();
    bus.discard(spec.slot());
    if (power != null && power.isOn()) {
      CutEvidence death = power.off();
      recordCut(death, Long.MAX_VALUE);
      hand.did("pull", id(), death.byCut() ? death.aliveNs() : fromNs, death.deadNs());
    } else {
      hand.did("pull", id(), fromNs, System.nanoTime());
    }
    showSupply(false);
  }

  /** A hand puts its plug back: a new boot. */
  synchronized void plug() throws IOException {
    if (supplied) {
      throw new IOException("node " + id() + " is plugged in already");
    }
    long fromNs = System.nanoTime();
    powerOn(command, log);
    hand.did("plug", id(), fromNs, System.nanoTime());
    listener.restored(id());
  }

  /** A device in its supply gives it power or takes it away. */
  synchronized void supply(boolean on) throws IOException {
    if (on && !supplied) {
      plug();
    } else if (!on && supplied) {
      pull();
    }
  }

  synchronized boolean isSupplied() {
    return supplied;
  }

  /** Its program stands still until {@link #carryOn}; nothing else has happened to it. */
  synchronized void standStill() throws IOException {
    long fromNs = System.nanoTime();
    if (power == null || !power.isOn() || !power.pause()) {
      throw new IOException("node " + id() + " does not run");
    }
    witness.record(Kind.PAUSE, System.nanoTime(), spec.process(), 0, 0, "");
    hand.did("pause", id(), fromNs, System.nanoTime());
  }

  /** Its program goes on. */
  synchronized void carryOn() throws IOException {
    long fromNs = System.nanoTime();
    if (power == null || !power.isPaused()) {
      throw new IOException("node " + id() + " is not paused");
    }
    resume();
    hand.did("resume", id(), fromNs, System.nanoTime());
  }

  /** In words, for a hand that asks. */
  synchronized String condition() {
    boolean runs = power != null && power.isOn();
    return !supplied
        ? "unplugged"
        : !runs ? "plugged in, its program has ended" : power.isPaused() ? "paused" : "running";
  }

  private void exited(int code, long seenNs) {
    witness.record(Kind.EXIT, seenNs, spec.process(), code, seenNs, "");
    listener.exited(id(), code);
  }

  /** Cuts its power now, and gives it back after so long; 0 for not before the run is over. */
  synchronized void cut(long restoreAfterMs) {
    if (power == null || !power.isOn()) {
      return;
    }
    bus.discard(spec.slot());
    recordCut(power.off(), Long.MAX_VALUE);
    showSupply(false);
    if (restoreAfterMs > 0) {
      after(restoreAfterMs, this::restore);
    }
  }

  private void restore() {
    try {
      powerOn(command, log);
      listener.restored(id());
    } catch (IOException e) {
      System.err.println("node " + id() + " does not get its power back: " + e);
    }
  }

  /** Its power was cut in mid-frame: the line fell silent at that time, now its process dies. */
  synchronized void cutAt(long lineNs, int bytes) {
    if (power != null && power.isOn()) {
      recordCut(power.off(), lineNs);
      showSupply(false);
    }
  }

  /** A cut that the line saw happened when the line fell silent, before the process was killed. */
  private void recordCut(CutEvidence evidence, long lineNs) {
    if (evidence.byCut()) {
      long aliveNs = Math.min(evidence.aliveNs(), lineNs);
      witness.record(
          Kind.POWER_CUT, evidence.deadNs(), spec.process(), aliveNs, evidence.deadNs(), "");
    }
  }

  void driveCrashPin() {
    pins.drive(pin("crash"), true);
  }

  /** Its process stands still for that long; its bus driver does not. */
  synchronized void pause(long forMs) {
    if (power == null || !power.pause()) {
      return;
    }
    witness.record(Kind.PAUSE, System.nanoTime(), spec.process(), 0, 0, "");
    after(forMs, this::resume);
  }

  /** Does the second half of a fault, unless that is settled before. */
  private void after(long delayMs, Runnable action) {
    aftermath =
        Thread.ofPlatform()
            .daemon()
            .name("aftermath-" + id())
            .start(
                () -> {
                  try {
                    Thread.sleep(delayMs);
                  } catch (InterruptedException e) {
                    return; // settled before
                  }
                  synchronized (this) {
                    if (Thread.currentThread().equals(aftermath)) {
                      action.run();
                    }
                  }
                });
  }

  private synchronized void resume() {
    if (power != null && power.isPaused()) {
      witness.record(Kind.RESUME, System.nanoTime(), spec.process(), 0, 0, "");
      power.resume();
    }
  }

  /** Ends what a fault has left behind: a pause, or power that would come back later. */
  synchronized void settle() {
    if (aftermath != null) {
      aftermath.interrupt();
      aftermath = null;
    }
    resume();
  }

  /** Ends its process, not as a crash. */
  synchronized void end() {
    if (power != null) {
      power.close();
    }
  }

  @Override
  public void close() {
    end();
  }
}
