package org.deltabed.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.power.RelayLine;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;

/** The coordinator's own lines: each is requested once, when it is needed first. */
final class BenchPins implements AutoCloseable {

  private final Pi4jPins pins;
  private final Map<String, DigitalInput> inputs = new HashMap<>();
  private final Map<String, DigitalOutput> outputs = new HashMap<>();

  /** The virtual board's lines, or those of the coordinator's GPIO chip. */
  BenchPins(BenchSettings settings, String chip) throws IOException {
    pins = new Pi4jPins(VirtualPinsPlugin.newContext(Path.of(settings.pinBoard())));
  }

  /** An input with a pull-down: a wire that leads nowhere is low. */
  synchronized DigitalInput input(String line) {
    return inputs.computeIfAbsent(line, it -> pins.input(it, number(), false));
  }

  /** An output at a level that it has from the request on. */
  synchronized DigitalOutput output(String line, boolean initial) {
    return outputs.computeIfAbsent(line, it -> pins.output(it, number(), initial));
  }

  /** The line of a relay, as it is found. */
  RelayLine relay(String line) {
    return new RelayLine() {
      @Override
      public Optional<Boolean> presentLevel() {
        return Optional.empty();
      }

      @Override
      public DigitalOutput request(boolean high) {
        return output(line, high);
      }
    };
  }

  /** Pi4J wants a number for each line; ours are told by name. */
  private int number() {
    return inputs.size() + outputs.size() + 1;
  }

  /** Gives the lines back; outputs keep their levels (F09). */
  @Override
  public void close() {
    pins.close();
  }
}
