package org.deltabed.lab.bench;

import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.power.PowerSeen;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Timing;

/**
 * What the bench knows of one node right now: does its supply stand, does its program give signs of
 * life. Silence is a reason to look, never a proof of death.
 */
final class NodeWatch implements PowerSeen {

  /** Without a sign of life for so many cycles, a program does not run. */
  private static final int SILENT_CYCLES = 3;

  private static final long SILENCE_NS_MIN = 300_000_000;
  private static final long VIRTUAL_BOOT_NS = 20_000_000_000L;
  private static final long BOOT_NS = 120_000_000_000L;

  private final boolean sensed;
  private final long silenceNs;
  private final long bootNs;
  private boolean supply;
  private long lastSignNs;
  private String lastSignBy = "";
  private long startingSinceNs = System.nanoTime();
  private boolean starting = true;

  /**
   * @param sensed whether its supply rail is wired to the coordinator
   * @param silenceNs without a sign for so long, its program does not run
   * @param bootNs how long it may take from power to the first sign
   */
  NodeWatch(boolean sensed, long silenceNs, long bootNs) {
    this.sensed = sensed;
    this.silenceNs = silenceNs;
    this.bootNs = bootNs;
  }

  /** For a node as it is wired, on a bus with these times. */
  static NodeWatch of(NodeSpec node, Timing timing) {
    return new NodeWatch(
        node.coordinatorPins().containsKey("sense"),
        Math.max(SILENT_CYCLES * timing.cycleNs(), SILENCE_NS_MIN),
        node.isVirtual() ? VIRTUAL_BOOT_NS : BOOT_NS);
  }

  /** An edge of ALIVE or a frame. */
  synchronized void sign(long timeNs, String by) {
    if (timeNs > lastSignNs) {
      lastSignNs = timeNs;
      lastSignBy = by;
      starting = false;
      notifyAll();
    }
  }

  /** Its supply rail is up or down. */
  synchronized void supply(boolean up) {
    if (up && !supply) {
      expect();
    }
    supply = up;
    notifyAll();
  }

  /** It has been given power, and boots. */
  synchronized void expect() {
    starting = true;
    startingSinceNs = System.nanoTime();
  }

  /** Whether its program runs, or may still be about to. */
  synchronized boolean alive() {
    long nowNs = System.nanoTime();
    if (sensed && !supply) {
      return false;
    }
    return starting ? nowNs - startingSinceNs < bootNs : nowNs - lastSignNs < silenceNs;
  }

  /** Where there is a sense wire, its own port says what it shows. */
  @Override
  public boolean seesSupply() {
    return false;
  }

  /** Without a sense wire, signs of life stand for power, and silence for none. */
  @Override
  public synchronized PowerState now() {
    return PowerState.of(sensed ? supply : System.nanoTime() - lastSignNs < silenceNs);
  }

  @Override
  public synchronized Sign await(PowerState wanted, long askedNs, long untilNs)
      throws InterruptedException {
    while (now() != wanted) {
      long leftNs = untilNs - System.nanoTime();
      if (leftNs <= 0) {
        return null;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.min(leftNs, silenceNs));
    }
    return wanted == PowerState.ON
        ? new Sign(lastSignNs, lastSignBy)
        : new Sign(System.nanoTime(), "silence on its lines");
  }
}
