package org.deltabed.hardware.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** F24: what a UART makes of bits that were sent at another rate than it is set to. */
class F24_WrongBaudRateTest {
  private static final byte[] SENT = {0, 0x12, (byte) 0xA5, 0x55, (byte) 0xFF, 1, 0};

  @Test
  void atTheSameRateItReadsWhatWasSent() {
    assertArrayEquals(SENT, Misreading.of(SENT, SENT.length, 9600, 9600));
  }

  @Test
  void aLittleOffIsReadAllTheSame() {
    assertArrayEquals(SENT, Misreading.of(SENT, SENT.length, 9600, 9800));
  }

  @Test
  void aMuchSlowerSenderIsABreakAtEachFallingEdge() {
    byte[] read = Misreading.of(SENT, SENT.length, 9600, 1_000_000);
    assertTrue(read.length > SENT.length, Arrays.toString(read));
    for (byte value : read) {
      assertEquals(0, value);
    }
  }

  @Test
  void aMuchFasterSenderIsLessThanWhatWasSent() {
    byte[] read = Misreading.of(SENT, SENT.length, 1_000_000, 9600);
    assertTrue(read.length >= 1 && read.length < SENT.length, Arrays.toString(read));
  }

  @Test
  void atTwiceTheRateItReadsSomethingElse() {
    assertFalse(Arrays.equals(SENT, Misreading.of(SENT, SENT.length, 115_200, 57_600)));
    assertFalse(Arrays.equals(SENT, Misreading.of(SENT, SENT.length, 57_600, 115_200)));
  }
}
