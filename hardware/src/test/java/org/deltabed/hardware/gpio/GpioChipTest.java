package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.deltabed.hardware.gpio.GpioRefused.Kind;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finding chips and lines, requesting, reading and driving them. */
@NeedsGpioSim
@Timeout(60)
class GpioChipTest {

  private SimChip sim;
  private GpioChip chip;

  @BeforeEach
  void make() throws IOException {
    sim = SimChip.create("pinctrl-rp1", "ID_SDA", "ID_SCL", "GPIO2", "", "TXD1", "GPIO5", "", "");
    chip = GpioChips.open("pinctrl-rp1");
  }

  @AfterEach
  void remove() throws IOException {
    chip.close();
    sim.close();
  }

  @Test
  void aChipIsFoundByPathNameNumberAndLabel() throws IOException {
    String number = sim.name().substring("gpiochip".length());
    for (String way : List.of("/dev/" + sim.name(), sim.name(), number, "pinctrl-rp1")) {
      try (GpioChip found = GpioChips.open(way)) {
        assertEquals(new ChipInfo(sim.device(), sim.name(), "pinctrl-rp1", 8), found.info());
      }
    }
    assertTrue(GpioChips.list().contains(chip.info()));
  }

  @Test
  void aMissingChipIsRefusedWithThoseThatThereAre() {
    for (String way : List.of("pinctrl-bcm2711", "gpiochip77", "77", "/dev/gpiochip77")) {
      GpioRefused e = assertThrows(GpioRefused.class, () -> GpioChips.open(way));
      assertEquals(Kind.NO_SUCH_CHIP, e.kind());
      assertTrue(e.reason().contains(way), e.reason());
      assertTrue(e.remedy().contains(sim.name() + " [pinctrl-rp1], 8 lines"), e.remedy());
    }
  }

  @Test
  void aLineIsFoundByNameByGpioNumberAndByOffset() throws IOException {
    assertEquals(1, chip.offsetOf("ID_SCL"));
    assertEquals(2, chip.offsetOf("GPIO2"));
    assertEquals(4, chip.offsetOf("GPIO4"), "GPIO4 has another name here, and is still GPIO4");
    assertEquals(4, chip.offsetOf("TXD1"));
    assertEquals(3, chip.offsetOf("3"));
  }

  @Test
  void aMissingLineIsRefusedWithThoseThatThereAre() {
    for (String way : List.of("GPIO8", "8", "RXD1", "GPIO", "-1", "")) {
      GpioRefused e = assertThrows(GpioRefused.class, () -> chip.output(way, false));
      assertEquals(Kind.NO_SUCH_LINE, e.kind());
      assertTrue(e.reason().contains("'" + way + "'"), e.reason());
      assertTrue(e.remedy().contains("ID_SDA ID_SCL GPIO2 3 TXD1 GPIO5 6 7"), e.remedy());
    }
  }

  @Test
  void anInputReadsWhatTheWireDoes() throws IOException {
    try (GpioInput input = chip.input("GPIO2", Bias.AS_IT_IS, 0)) {
      for (boolean level : new boolean[] {true, false, true}) {
        sim.pull(2, level);
        assertEquals(level, input.level());
      }
      LineInfo info = chip.line(2);
      assertEquals(new LineInfo(2, "GPIO2", "deltabed", true, false), info);
    }
    assertFalse(chip.line(2).used());
  }

  @Test
  void theChipsOwnResistorIsSet() throws IOException {
    chip.input("GPIO2", Bias.PULL_UP, 0).close();
    assertTrue(sim.value(2));
    chip.input("GPIO2", Bias.PULL_DOWN, 0).close();
    assertFalse(sim.value(2));
  }

  @Test
  void anOutputIsDriven() throws IOException {
    try (GpioOutput output = chip.output("GPIO5", false)) {
      for (boolean level : new boolean[] {true, true, false, true}) {
        output.drive(level);
        assertEquals(level, sim.value(5));
        assertEquals(level, output.level());
      }
      assertTrue(chip.line(5).output());
    }
  }

  @Test
  void linesOutliveTheirChip() throws IOException {
    try (GpioOutput output = chip.output("GPIO5", false)) {
      chip.close();
      output.drive(true);
      assertTrue(sim.value(5));
    }
    assertThrows(IOException.class, () -> chip.output("GPIO5", false));
  }

  @Test
  void aBusyLineIsRefusedWithWhoHasIt() throws IOException {
    try (GpioOutput output = chip.output("GPIO5", true)) {
      GpioRefused e = assertThrows(GpioRefused.class, () -> chip.input("GPIO5", Bias.PULL_DOWN, 0));
      assertEquals(Kind.BUSY, e.kind());
      assertTrue(e.getMessage().contains("line GPIO5: in use by 'deltabed'"), e.getMessage());
      assertTrue(output.level(), "the refusal changed nothing");
    }
    chip.input("GPIO5", Bias.AS_IT_IS, 0).close();
  }

  @Test
  void aLineThatTheKernelHasIsRefusedWithItsName() throws IOException {
    try (SimChip hogged = SimChip.createWithHog("hogged", "fan", "GPIO0", "GPIO1");
        GpioChip busy = GpioChips.open("hogged")) {
      GpioRefused e = assertThrows(GpioRefused.class, () -> busy.output("GPIO0", true));
      assertEquals(Kind.BUSY, e.kind());
      assertTrue(e.reason().contains("'fan'"), e.reason());
      assertFalse(hogged.value(0));
    }
  }

  @Test
  void anotherDeviceIsNoChip() {
    GpioRefused e = assertThrows(GpioRefused.class, () -> GpioChips.open("/dev/null"));
    assertEquals(Kind.NO_SUCH_CHIP, e.kind());
    assertTrue(e.getMessage().startsWith("/dev/null: this is not a GPIO chip"), e.getMessage());
  }
}
