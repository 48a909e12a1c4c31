package org.deltabed.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.gpio.GpioChips;
import org.deltabed.hardware.gpio.GpioPinsPlugin;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.power.RelayLine;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.deltabed.wiring.CoordinatorSpec;

/** The coordinator's own lines: each is requested once, when it is needed first. */
final class BenchPins implements AutoCloseable {

  private final Pi4jPins pins;
  private final Map<String, DigitalInput> inputs = new HashMap<>();
  private final Map<String, DigitalOutput> outputs = new HashMap<>();

  /** The virtual board's lines, or those of the coordinator's GPIO chip. */
  BenchPins(BenchSettings settings, CoordinatorSpec coordinator) throws IOException {
    pins =
        new Pi4jPins(
            settings.pinBoard().isEmpty()
                ? GpioPinsPlugin.newContext(chip(coordinator))
                : VirtualPinsPlugin.newContext(Path.of(settings.pinBoard())));
  }

  private static String chip(CoordinatorSpec coordinator) {
    return coordinator.chip().isEmpty()
        ? GpioChips.headerOf(coordinator.board())
        : coordinator.chip();
  }

  /** An input with a pull-down: a wire that leads nowhere is low. */
  synchronized DigitalInput input(String line) {
    return inputs.computeIfAbsent(line, it -> pins.input(it, false));
  }

  /** An output at a level that it has from the request on. */
  synchronized DigitalOutput output(String line, boolean initial) {
    return outputs.computeIfAbsent(line, it -> pins.output(it, initial));
  }

  /**
   * The line of a relay, as it is found: a coordinator that was killed may have left it driven. If
   * nobody drives it, it is put to rest.
   */
  synchronized RelayLine relay(String line, boolean restHigh) {
    DigitalOutput found = outputs.computeIfAbsent(line, it -> pins.outputAsItIs(it, restHigh));
    return new RelayLine() {
      @Override
      public Optional<Boolean> presentLevel() {
        return Optional.of(found.level());
      }

      @Override
      public DigitalOutput request(boolean high) {
        return found;
      }
    };
  }

  /** Gives the lines back; outputs keep their levels (F09). */
  @Override
  public void close() {
    pins.close();
  }
}
