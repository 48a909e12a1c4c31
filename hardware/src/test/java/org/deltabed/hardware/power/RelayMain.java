package org.deltabed.hardware.power;

import java.nio.file.Path;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;

/** A coordinator that holds a node's relay, in a process of its own. */
final class RelayMain {

  private RelayMain() {}

  public static void main(String[] arguments) throws Exception {
    Pi4jPins pins = new Pi4jPins(VirtualPinsPlugin.newContext(Path.of(arguments[0])));
    boolean activeLow = Boolean.parseBoolean(arguments[1]);
    PowerSwitch power =
        RelayPower.take("relay", new BoardRelayLine(pins, "node3.relay"), activeLow);
    say("ready " + power.state());
    for (int command = System.in.read(); command >= 0; command = System.in.read()) {
      switch (command) {
        case '0' -> power.off();
        case '1' -> power.on();
        case 'c' -> power.close();
        case 'q' -> pins.close();
        default -> {
          // Line ends.
        }
      }
      say("done");
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
