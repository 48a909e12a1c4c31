package org.deltabed.hardware.serial;

import java.io.IOException;
import org.deltabed.hardware.testing.Received;
import org.deltabed.hardware.vm.NeedsSerialPair;

/** Two serial ports that are connected with each other, open, and what has arrived at each. */
record SerialPair(SerialBus left, SerialBus right, Received atLeft, Received atRight)
    implements AutoCloseable {

  static String device(int index) {
    return System.getProperty(NeedsSerialPair.PROPERTY).split(":", 2)[index];
  }

  static SerialPair open(int baudRate, Direction leftDirection) throws IOException {
    SerialBus left = SerialBus.open(device(0), baudRate, leftDirection);
    SerialBus right;
    try {
      right = SerialBus.open(device(1), baudRate);
    } catch (IOException e) {
      left.close();
      throw e;
    }
    SerialPair pair = new SerialPair(left, right, new Received(), new Received());
    left.listen(pair.atLeft);
    right.listen(pair.atRight);
    return pair;
  }

  @Override
  public void close() {
    left.close();
    right.close();
  }
}
