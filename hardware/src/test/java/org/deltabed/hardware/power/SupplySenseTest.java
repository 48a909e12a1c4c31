package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.junit.jupiter.api.Test;

/** What a sense pin says, and when; the line is the test's. */
class SupplySenseTest {

  private static final long HOLD_NS = 20_000_000;

  private final SenseLine line = new SenseLine();
  private final SupplySense sense = new SupplySense(line);

  @Test
  void aSignByItsLevelIsNotDatedBeforeTheLevelWasRead() throws Exception {
    PowerSeen.Sign sign = sense.await(PowerState.OFF, System.nanoTime(), System.nanoTime());
    assertTrue(sign.timeNs() >= line.readNs, "dead by then, not before it was seen");
    assertTrue(sign.by().contains("by its level"), sign.by());
  }

  @Test
  void anEdgeFromBeforeTheOrderIsSaidToBe() throws Exception {
    long edgeNs = System.nanoTime() - HOLD_NS;
    line.listener.edge(false, edgeNs);
    PowerSeen.Sign before = sense.await(PowerState.OFF, edgeNs + 1, System.nanoTime());
    assertEquals(edgeNs, before.timeNs());
    assertTrue(before.by().contains("it was so before it was asked"), before.by());
    PowerSeen.Sign after = sense.await(PowerState.OFF, edgeNs, System.nanoTime());
    assertFalse(after.by().contains("before"), after.by());
  }

  @Test
  void ofALineThatIsGoneNothingIsKnown() throws Exception {
    RelayPower relay = RelayPower.take("relay", new RestingRelay(), false);
    SensedPower power = new SensedPower("power of node3", relay, sense, 100);
    line.gone = true;
    assertEquals(PowerState.UNKNOWN, sense.now());
    assertNull(sense.await(PowerState.OFF, System.nanoTime(), System.nanoTime()));
    assertEquals(PowerState.ON, power.state(), "what the switch says");
    PowerNotConfirmed unseen = assertThrows(PowerNotConfirmed.class, power::off);
    assertTrue(unseen.came().contains("seen to be unknown"), unseen.came());
    assertThrows(PowerNotConfirmed.class, power::on);
  }

  /** Low from the start. */
  private static final class SenseLine implements DigitalInput {
    private EdgeListener listener;
    private boolean gone;
    private long readNs;

    @Override
    public boolean level() {
      if (gone) {
        throw new UncheckedIOException(new IOException("the GPIO chip went away"));
      }
      readNs = System.nanoTime();
      return false;
    }

    @Override
    public void onEdge(EdgeListener first) {
      listener = first;
    }

    @Override
    public void close() {}
  }

  private static final class RestingRelay implements RelayLine, DigitalOutput {
    private boolean high;

    @Override
    public DigitalOutput request(boolean initial) {
      high = initial;
      return this;
    }

    @Override
    public void drive(boolean wanted) {
      high = wanted;
    }

    @Override
    public boolean level() {
      return high;
    }

    @Override
    public void close() {}
  }
}
