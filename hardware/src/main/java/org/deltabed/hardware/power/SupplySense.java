package org.deltabed.hardware.power;

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

  private final DigitalInput input;
  private boolean edgeHigh;
  private long edgeNs;
  private boolean edgeSeen;

  /** Listens from now on. The input stays its owner's, who closes it. */
  public SupplySense(DigitalInput input) {
    this.input = input;
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

  @Override
  public PowerState now() {
    return PowerState.of(input.level());
  }

  @Override
  public synchronized Sign await(PowerState wanted, long askedNs, long untilNs)
      throws InterruptedException {
    while (true) {
      long nowNs = System.nanoTime();
      if (now() == wanted && edgeSeen && PowerState.of(edgeHigh) == wanted) {
        if (nowNs - edgeNs >= HOLD_NS) {
          return new Sign(edgeNs, BY);
        }
        TimeUnit.NANOSECONDS.timedWait(this, edgeNs + HOLD_NS - nowNs);
      } else if (untilNs - nowNs > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, untilNs - nowNs);
      } else {
        return now() == wanted ? new Sign(nowNs, BY + ", by its level: no edge was told") : null;
      }
    }
  }
}
