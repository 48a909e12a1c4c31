package org.deltabed.lab.provision;

import java.util.Locale;
import org.deltabed.wiring.NodeSpec;

/** The machines that nodes are: Debian's names for them, and the serial driver's. */
public enum Architecture {
  /** A Raspberry Pi with a 64 bit system. */
  ARM64("armv8_64"),
  /** A PC. */
  AMD64("x86_64");

  private final String serialFolder;

  Architecture(String serialFolder) {
    this.serialFolder = serialFolder;
  }

  /** As a board has it; a virtual node of which none is named runs on a PC. */
  static Architecture of(NodeSpec node) {
    String board = node.made().board();
    return board.isEmpty() || board.equals("pc") ? AMD64 : ARM64;
  }

  /** Debian's name. */
  public String debian() {
    return name().toLowerCase(Locale.ROOT);
  }

  String serialFolder() {
    return serialFolder;
  }
}
