package org.deltabed.wiring.draw;

import java.util.List;
import org.deltabed.wiring.PiHeader;
import org.deltabed.wiring.Testbed;

/**
 * The resistors that hold the idle line at a one: A up to the supply, B down to ground.
 *
 * @param supplyMv the supply that they hang on, in millivolts
 * @param ohms each of the two
 * @param unitLoads receivers on the line, each at most one unit load (12 kilohm to ground)
 */
public record BusBias(int supplyMv, int ohms, int unitLoads) {
  /** At each end of the line, A to B. */
  public static final int TERMINATOR_OHMS = 120;

  /** A receiver must take this for a one: TIA/EIA-485-A. */
  public static final int ONE_MV = 200;

  private static final int WANTED_MV = 220;
  private static final double UNIT_LOAD_OHMS = 12_000;
  private static final List<Integer> VALUES_OHMS = List.of(680, 560, 470, 390);

  /**
   * The weakest of the usual values that leaves a tenth above what a receiver needs. The supply is
   * the coordinator's, since it is never pulled: 3.3 V of a Raspberry Pi, 5 V beside a PC.
   */
  public static BusBias of(Testbed testbed) {
    int supplyMv = PiHeader.isOn(testbed.coordinator().board()) ? 3_300 : 5_000;
    int unitLoads = testbed.n() + (testbed.coordinator().taps() ? 1 : 0);
    for (int ohms : VALUES_OHMS) {
      BusBias bias = new BusBias(supplyMv, ohms, unitLoads);
      if (bias.idleMv() >= WANTED_MV) {
        return bias;
      }
    }
    return new BusBias(supplyMv, VALUES_OHMS.getLast(), unitLoads);
  }

  /**
   * A minus B when nobody drives, with both terminators, in millivolts. By the currents into A and
   * into B, with g, i and t the conductances of a bias resistor, of all inputs of one wire and of
   * both terminators: {@code A - B = V g / (g + i + 2 t)}.
   */
  public int idleMv() {
    double bias = 1.0 / ohms;
    double inputs = unitLoads / UNIT_LOAD_OHMS;
    double terminators = 2.0 / TERMINATOR_OHMS;
    return (int) (supplyMv * bias / (bias + inputs + 2 * terminators));
  }

  /**
   * What a driver sees between A and B, in ohms; it must not be less than the 54 ohm that drivers
   * are made for. The inputs' share is a part of the standard's own test load.
   */
  public int loadOhms() {
    return (int) (1 / (2.0 / TERMINATOR_OHMS + 1.0 / (2 * ohms)));
  }
}
