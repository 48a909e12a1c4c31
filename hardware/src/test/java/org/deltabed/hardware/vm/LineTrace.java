package org.deltabed.hardware.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The kernel's trace of every level that anybody sets on any line, while it is on. */
public final class LineTrace implements AutoCloseable {

  private static final Path TRACING = Path.of("/sys/kernel/tracing");
  private static final Path SWITCH = TRACING.resolve("events/gpio/gpio_value/enable");
  private static final Path TRACE = TRACING.resolve("trace");

  private LineTrace() {}

  public static LineTrace start() throws IOException {
    // Opening it for writing, cut to nothing, empties it.
    Files.newOutputStream(TRACE).close();
    Files.writeString(SWITCH, "1", StandardOpenOption.WRITE);
    return new LineTrace();
  }

  /** The levels since the start, in order; what was only read is not among them. */
  public List<Boolean> levelsSet() throws IOException {
    return Files.readAllLines(TRACE).stream()
        .filter(line -> line.contains("gpio_value:") && line.contains(" set "))
        .map(line -> line.endsWith(" set 1"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    Files.writeString(SWITCH, "0", StandardOpenOption.WRITE);
  }
}
