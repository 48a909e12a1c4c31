package org.deltabed.hardware.pins;

import java.io.IOException;
import java.nio.file.Path;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;

/** A node's pins in a process of its own: echoes edges of its input, drives its outputs. */
final class PinClientMain {

  private PinClientMain() {}

  public static void main(String[] arguments) throws IOException {
    Pi4jPins pins = new Pi4jPins(VirtualPinsPlugin.newContext(Path.of(arguments[0])));
    DigitalOutput relay = pins.output("node3.relay", 5, true);
    DigitalOutput alive = pins.output("node3.alive", 6, false);
    DigitalInput crash = pins.input("node3.crash", 7, false);
    crash.onEdge((high, timeNs) -> say("edge " + high + " " + timeNs));
    say("ready " + crash.level());
    for (int command = System.in.read(); command >= 0; command = System.in.read()) {
      switch (command) {
        case 'a' -> alive.drive(true);
        case 'r' -> relay.drive(false);
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
