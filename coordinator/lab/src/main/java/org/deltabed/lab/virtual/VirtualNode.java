package org.deltabed.lab.virtual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.deltabed.hardware.CutEvidence;
import org.deltabed.hardware.power.Launch;
import org.deltabed.hardware.power.ProcessPower;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.NodeSpec;

/**
 * One node of the virtual testbed: its terminal, its pins and its process, and what can be done to
 * it.
 */
final class VirtualNode implements AutoCloseable {

  private final NodeSpec spec;
  private final VirtualBus bus;
  private final VirtualPinBoard pins;
  private final WitnessLog witness;
  private final IntConsumer onExit;
  private final String terminal;
  private ProcessPower power;
  private Thread resumer;

  VirtualNode(
      NodeSpec spec, VirtualBus bus, VirtualPinBoard pins, WitnessLog witness, IntConsumer onExit)
      throws IOException {
    this.spec = spec;
    this.bus = bus;
    this.pins = pins;
    this.witness = witness;
    this.onExit = onExit;
    this.terminal = bus.attach(spec.slot());
    bus.discard(spec.slot()); // no power yet
    // Idle levels; of the relay, idle is power on.
    spec.pins().forEach((use, line) -> pins.define(line, use.equals("relay")));
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
  synchronized void powerOn(List<String> command, Path log) throws IOException {
    if (power != null && power.isOn()) {
      throw new IOException("node " + id() + " has power already");
    }
    pins.drive(pin("crash"), false);
    bus.attach(spec.slot());
    Files.createDirectories(log.getParent());
    power =
        new ProcessPower(
            "node" + id(), new Launch(command, Map.of(), log.getParent(), log), this::exited);
    long bootNs = System.nanoTime();
    power.on();
    witness.record(Kind.POWER_ON, bootNs, spec.process(), bootNs, 0, "");
  }

  private void exited(int code, long seenNs) {
    witness.record(Kind.EXIT, seenNs, spec.process(), code, seenNs, "");
    onExit.accept(id());
  }

  /** Cuts its power now. */
  synchronized void cut() {
    if (power == null || !power.isOn()) {
      return;
    }
    bus.discard(spec.slot());
    recordCut(power.off(), Long.MAX_VALUE);
  }

  /** Its power was cut in mid-frame: the line fell silent at that time, now its process dies. */
  synchronized void cutAt(long lineNs, int bytes) {
    if (power != null && power.isOn()) {
      recordCut(power.off(), lineNs);
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
    resumer =
        Thread.ofPlatform()
            .daemon()
            .name("resume-" + id())
            .start(
                () -> {
                  try {
                    Thread.sleep(forMs);
                  } catch (InterruptedException e) {
                    return; // settled before
                  }
                  resume();
                });
  }

  private synchronized void resume() {
    if (power != null && power.isPaused()) {
      witness.record(Kind.RESUME, System.nanoTime(), spec.process(), 0, 0, "");
      power.resume();
    }
  }

  /** Ends what a fault has left behind: a pause, a driven pin. */
  void settle() {
    synchronized (this) {
      if (resumer != null) {
        resumer.interrupt();
        resumer = null;
      }
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
