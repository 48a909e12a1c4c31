package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.hardware.gpio.GpioRefused.Kind;
import org.junit.jupiter.api.Test;

/** What can be said of chips on a machine that may have none. */
class GpioChipsTest {

  @Test
  void everyBoardsHeaderHasItsChip() {
    assertEquals("pinctrl-bcm2835", GpioChips.headerOf("pi3"));
    assertEquals("pinctrl-bcm2711", GpioChips.headerOf("pi4"));
    assertEquals("pinctrl-rp1", GpioChips.headerOf("pi5"));
    assertEquals("pinctrl-bcm2835", GpioChips.headerOf("zero2w"));
    assertThrows(IllegalArgumentException.class, () -> GpioChips.headerOf("pc"));
  }

  @Test
  void aChipThatIsNotThereIsNamed() {
    GpioRefused e = assertThrows(GpioRefused.class, () -> GpioChips.open("pinctrl-none"));
    assertEquals(Kind.NO_SUCH_CHIP, e.kind());
    assertTrue(e.getMessage().startsWith("/dev: there is no GPIO chip 'pinctrl-none' — "));
  }
}
