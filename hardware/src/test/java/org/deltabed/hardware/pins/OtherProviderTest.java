package org.deltabed.hardware.pins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * The pin ports take any Pi4J provider. Pi4J's own ones are not on our registry in version 4; this
 * one keeps to what they have in common: lines by number, events without a time.
 */
class OtherProviderTest {

  private final Map<Integer, Input> inputs = new ConcurrentHashMap<>();
  private final Map<Integer, DigitalOutput> outputs = new ConcurrentHashMap<>();

  @Test
  void linesAreFoundByTheirNumberAndEdgesHaveTheTimeOfHearing() {
    var context =
        Pi4J.newContextBuilder()
            .noAutoDetect()
            .disableShutdownHook()
            .add(new Inputs(), new Outputs())
            .build();
    try (Pi4jPins pins = new Pi4jPins(context)) {
      AtomicLong heardNs = new AtomicLong();
      pins.input("GPIO17", false).onEdge((high, timeNs) -> heardNs.set(high ? timeNs : -1));
      long beforeNs = System.nanoTime();
      inputs.get(17).become(DigitalState.HIGH);
      assertTrue(beforeNs <= heardNs.get() && heardNs.get() <= System.nanoTime());
      var output = pins.output("5", true);
      assertEquals(DigitalState.HIGH, outputs.get(5).state());
      output.drive(false);
      assertEquals(DigitalState.LOW, outputs.get(5).state());
      pins.output("node1.relay", true);
      pins.output("node2.relay", true);
      assertEquals(3, outputs.size(), "each has a number of its own");
      assertFalse(outputs.containsKey(1));
    }
  }

  /** Pi4J itself would only log it. */
  @Test
  void whatAListenerThrowsReachesTheThreadsOwnHandler() throws Exception {
    var context =
        Pi4J.newContextBuilder()
            .noAutoDetect()
            .disableShutdownHook()
            .add(new Inputs(), new Outputs())
            .build();
    try (Pi4jPins pins = new Pi4jPins(context)) {
      pins.input("GPIO17", false)
          .onEdge(
              (high, timeNs) -> {
                throw new IllegalStateException("a broken invariant");
              });
      AtomicReference<Throwable> said = new AtomicReference<>();
      Thread driver = new Thread(() -> inputs.get(17).become(DigitalState.HIGH), "driver");
      driver.setUncaughtExceptionHandler((thread, cause) -> said.set(cause));
      driver.start();
      driver.join();
      assertEquals("a broken invariant", said.get().getMessage());
    }
  }

  private final class Inputs extends DigitalInputProviderBase {
    @Override
    public DigitalInput create(DigitalInputConfig config) {
      Input input = new Input(this, config);
      inputs.put(config.bcm(), input);
      context().registry().add(input);
      return input;
    }
  }

  private static final class Input extends DigitalInputBase {
    private DigitalState state = DigitalState.LOW;

    Input(Inputs provider, DigitalInputConfig config) {
      super(provider, config);
    }

    void become(DigitalState changed) {
      state = changed;
      dispatch(new DigitalStateChangeEvent<DigitalInput>(this, changed));
    }

    @Override
    public DigitalState state() {
      return state;
    }
  }

  private final class Outputs extends DigitalOutputProviderBase {
    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
      DigitalOutput output = new DigitalOutputBase(this, config) {};
      outputs.put(config.bcm(), output);
      context().registry().add(output);
      return output;
    }
  }
}
