package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The header against what is printed beside it. */
class PiHeaderTest {
  @Test
  void everyGpioLineIsThereOnce() {
    assertEquals(40, PiHeader.pins().size());
    assertEquals(
        IntStream.rangeClosed(0, 27).mapToObj(i -> "GPIO" + i).collect(Collectors.toSet()),
        PiHeader.pins().stream()
            .map(HeaderPin::name)
            .filter(name -> name.startsWith("GPIO"))
            .collect(Collectors.toSet()));
    assertEquals(8, PiHeader.pins().stream().filter(pin -> pin.name().equals("GND")).count());
  }

  @Test
  void pins() {
    assertEquals(8, PiHeader.of("GPIO14").orElseThrow().number());
    assertEquals(11, PiHeader.of("GPIO17").orElseThrow().number());
    assertEquals(13, PiHeader.of("GPIO27").orElseThrow().number());
    assertEquals(40, PiHeader.of("GPIO21").orElseThrow().number());
    assertEquals(17, PiHeader.of("3V3").orElseThrow().number());
    assertTrue(PiHeader.of("GPIO28").isEmpty());
  }

  @Test
  void groundInTheSameRow() {
    assertEquals(9, PiHeader.groundNear(11).number());
    assertEquals(9, PiHeader.groundNear(13).number());
    assertEquals(34, PiHeader.groundNear(36).number());
  }
}
