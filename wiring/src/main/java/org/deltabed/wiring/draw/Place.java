package org.deltabed.wiring.draw;

/** Where things are across the page, in pixels from its left edge, and how far apart down it. */
final class Place {
  static final int WIDTH = 1440;
  static final int MARGIN = 24;
  static final int STEP = 24;

  static final int COORDINATOR = 24;
  static final int COORDINATOR_RIGHT = 262;
  static final int SYNC_RAIL = 356;
  static final int GND_RAIL = 380;
  static final int RESISTOR_NEAR = 404;
  static final int RESISTOR_FAR = 570;
  static final int NODE = 706;
  static final int NODE_RIGHT = 952;
  static final int ADAPTER = 1050;
  static final int ADAPTER_RIGHT = 1170;
  static final int BUS_RESISTOR = 1246;
  static final int BUS_A = 1300;
  static final int BUS_B = 1346;
  static final int BUS_C = 1392;

  static final int SUPPLY = 394;
  static final int SUPPLY_RIGHT = 494;
  static final int CUTTER = 556;
  static final int CUTTER_RIGHT = 644;

  private Place() {}

  static int bus(String pin) {
    return switch (pin) {
      case "B" -> BUS_B;
      case "C" -> BUS_C;
      default -> BUS_A;
    };
  }
}
