package org.deltabed.hardware.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.extension.Plugin;
import com.pi4j.extension.PluginService;
import java.io.IOException;

/**
 * Pi4J providers on a GPIO chip. Found by Pi4J's auto-detection when the system property {@value
 * #CHIP_PROPERTY} names the chip, and else of no effect; or used directly by {@link #newContext}.
 */
public final class GpioPinsPlugin implements Plugin {

  /** Path, name, number or label of the chip. */
  public static final String CHIP_PROPERTY = "deltabed.pins.chip";

  /** For Pi4J. */
  public GpioPinsPlugin() {}

  /**
   * A Pi4J context that has a chip's lines and nothing else, whatever plugins there may be. A line
   * is found by the name that is its id, as {@link GpioChip#offsetOf} does, else by its number.
   *
   * @param chip path, name, number or label, such as {@link GpioChips#headerOf} gives it
   * @throws GpioRefused with the chips that there are, or the group to join (F11)
   */
  public static Context newContext(String chip) throws IOException {
    GpioChip open = GpioChips.open(chip);
    return Pi4J.newContextBuilder()
        .noAutoDetect()
        .disableShutdownHook()
        .add(new GpioInputProvider(open), new GpioOutputProvider(open))
        .build();
  }

  @Override
  public void initialize(PluginService service) throws InitializeException {
    String chip = System.getProperty(CHIP_PROPERTY, "");
    if (chip.isEmpty()) {
      return;
    }
    GpioChip open;
    try {
      open = GpioChips.open(chip);
    } catch (IOException e) {
      throw new InitializeException(e);
    }
    service.register(new GpioInputProvider(open), new GpioOutputProvider(open));
  }

  /**
   * The line that a Pi4J configuration means: Pi4J's ids are free text, so one that is no line
   * leaves it to the number.
   */
  static String line(GpioChip chip, String id, Integer number) throws IOException {
    try {
      return Integer.toString(chip.offsetOf(id));
    } catch (GpioRefused e) {
      boolean meant = id.matches("(GPIO)?[0-9]+");
      if (meant || number == null || number < 0 || number >= chip.info().lines()) {
        throw e;
      }
      return Integer.toString(number);
    }
  }
}
