package org.deltabed.wiring.draw;

import org.deltabed.wiring.NodeSpec;

/** What boards and adapters are called and need, in words for people. */
final class Kit {
  static final String OHM = "\u03a9";
  private static final String SERIES = "1 k" + OHM;
  private static final String SERIES_SYNC_OF_MANY = "2.2 k" + OHM;
  private static final int SYNC_AT_1K_MAX = 5;
  static final String REFERENCE = "100 " + OHM;

  private Kit() {}

  /**
   * In series with a signal, at the end that drives it: 3.3 mA flow into a short, and 2.7 mA
   * through the protection diode of a board without power. One line drives SYNC into all nodes, and
   * must not give more than 16 mA when all of them are off.
   */
  static String series(String use, int n) {
    return use.equals("sync") && n > SYNC_AT_1K_MAX ? SERIES_SYNC_OF_MANY : SERIES;
  }

  /** A text that fits its place on the drawing; the tables have it whole. */
  static String cut(String text, int charsMax) {
    return text.length() <= charsMax ? text : text.substring(0, charsMax - 1) + "\u2026";
  }

  static String board(String board) {
    return switch (board) {
      case "pi3" -> "Raspberry Pi 3";
      case "pi4" -> "Raspberry Pi 4";
      case "pi5" -> "Raspberry Pi 5";
      case "zero2w" -> "Raspberry Pi Zero 2 W";
      case "pc" -> "PC";
      default -> "board not said";
    };
  }

  static String adapter(String adapter) {
    return switch (adapter) {
      case "rs485-hat" -> "RS-485 HAT";
      case "usb-ftdi" -> "USB RS-485 FTDI";
      case "usb-ch340" -> "USB RS-485 CH340";
      case "max3485" -> "MAX3485 module";
      default -> "RS-485 adapter";
    };
  }

  /** The supply that its maker asks for. */
  static String supply(String board) {
    return switch (board) {
      case "pi3", "zero2w" -> "5.1 V 2.5 A";
      case "pi4" -> "5.1 V 3 A";
      case "pi5" -> "5.1 V 5 A";
      default -> "its own";
    };
  }

  static String supplySocket(String board) {
    return switch (board) {
      case "pi3", "zero2w" -> "micro-USB";
      case "pi4", "pi5" -> "USB-C";
      default -> "supply";
    };
  }

  /** How an adapter is joined to a board: {@code header}, {@code usb} or {@code uart}. */
  static String link(String adapter, String serial) {
    if (adapter.equals("rs485-hat")) {
      return "header";
    }
    boolean usb =
        adapter.startsWith("usb-") || serial.contains("ttyUSB") || serial.contains("ttyACM");
    return usb ? "usb" : "uart";
  }

  static boolean isRelay(NodeSpec node) {
    return node.power().by().equals("relay") || node.power().by().equals("usb-relay");
  }
}
