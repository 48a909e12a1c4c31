package org.deltabed.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A clock of a virtual testbed that differs from the machine's by just what was asked for. */
class SkewedClockTest {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  @Test
  void isTheMachinesClockPlusOffsetAndDrift() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long machineNs = random.nextLong(1L << 60);
      int ppm = random.nextInt(-500, 501);
      long offsetNs = random.nextLong(-1L << 40, 1L << 40);
      BigInteger drift =
          BigInteger.valueOf(machineNs).multiply(BigInteger.valueOf(ppm)).divide(MILLION);
      long expected = machineNs + offsetNs + drift.longValueExact();
      long shown = new SkewedClock(offsetNs, ppm).atMachineNs(machineNs);
      assertTrue(Math.abs(expected - shown) <= 1, machineNs + " at " + ppm + " ppm");
    }
  }

  @Test
  void neverGoesBack() {
    SkewedClock slow = new SkewedClock(-5, -500);
    long beforeNs = slow.atMachineNs(999_000);
    for (long machineNs = 999_001; machineNs < 1_001_000; machineNs++) {
      long shownNs = slow.atMachineNs(machineNs);
      assertTrue(shownNs >= beforeNs);
      beforeNs = shownNs;
    }
  }

  @Test
  void waitsOnItself() {
    SkewedClock clock = new SkewedClock(3_000_000_000_000L, 100);
    long dueNs = clock.nowNs() + 5_000_000;
    clock.sleepUntilNs(dueNs);
    assertTrue(clock.nowNs() >= dueNs);
  }

  @Test
  void theMachinesOwnClockIsLeftAsItIs() {
    assertEquals(42, MonotonicClock.system().atMachineNs(42));
  }
}
