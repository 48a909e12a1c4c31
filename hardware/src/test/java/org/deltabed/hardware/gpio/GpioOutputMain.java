package org.deltabed.hardware.gpio;

import java.io.IOException;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.pins.Pi4jPins;

/** Holds an output until it is killed, or its input ends. */
final class GpioOutputMain {

  private GpioOutputMain() {}

  public static void main(String[] arguments) throws IOException {
    try (Pi4jPins pins = new Pi4jPins(GpioPinsPlugin.newContext(arguments[0]))) {
      DigitalOutput output = pins.output(arguments[1], Boolean.parseBoolean(arguments[2]));
      for (int command = 'r'; command >= 0; command = System.in.read()) {
        if (command == '0' || command == '1') {
          output.drive(command == '1');
        }
        System.out.println("done");
        System.out.flush();
      }
    }
  }
}
