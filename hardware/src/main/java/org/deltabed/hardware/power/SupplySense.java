package org.deltabed.hardware.power;

import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.PowerState;

/**
 * A node's 3.3 V rail on an input with a pull-down: high is on. The time of a change is the
 * kernel's time of its last edge, since a relay's contact may bounce before it.
 */
public final class SupplySense implements PowerSeen {

  /** Contacts of small relays bounce for some milliseconds; a rail that is dead stays so. */
  private static final long HOLD_NS = 20_000_000;

  private static final String BY = "sense pin";
  private static final String BEFORE = "; it was so before it was asked";

  private final DigitalInput input;
  private final long holdNs;
  private boolean edgeHigh;
  private long edgeNs;
  private boolean edgeSeen;

  /** Listens from now on. The input stays its owner's, who closes it. */
  public SupplySense(DigitalInput input) {
    this(input, HOLD_NS);
  }

  /** With another time for which the level must hold; a host may be late with an edge. */
  SupplySense(DigitalInput input, long holdNs) {
    this.input = input;
    this.holdNs = holdNs;
    input.onEdge(this::edge);
  }

  private synchronized void edge(boolean high, long timeNs) {
    edgeSeen = true;
    edgeHigh = high;
    edgeNs = timeNs;
    notifyAll();
  }

  @Override
  public boolean seesSupply() {
    return true;
  }

  /** {@code UNKNOWN} if the line is gone. */
  @Override
  public PowerState now() {
    try {
      return PowerState.of(input.level());
    } catch (UncheckedIOException e) {
      return PowerState.UNKNOWN;
    }
  }

  @Override
  public synchronized Sign await(PowerState wanted, long askedNs, long untilNs)
      throws InterruptedException {
    while (true) {
      boolean so = now() == wanted;
      long nowNs = System.nanoTime(); // after the level: it was so by then
      if (so && edgeSeen && PowerState.of(edgeHigh) == wanted) {
        if (nowNs - edgeNs >= holdNs) {
          return new Sign(edgeNs, edgeNs < askedNs ? BY + BEFORE : BY);
        }
        TimeUnit.NANOSECONDS.timedWait(this, edgeNs + holdNs - nowNs);
      } else if (untilNs - nowNs > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, untilNs - nowNs);
      } else {
        return so ? new Sign(nowNs, BY + ", by its level: no edge was told") : null;
      }
    }
  }
}
