package org.deltabed.hardware.gpio;

import static org.deltabed.hardware.gpio.GpioUapi.ATTRIBUTE;
import static org.deltabed.hardware.gpio.GpioUapi.CONFIG;
import static org.deltabed.hardware.gpio.GpioUapi.CONFIG_ATTRIBUTE;
import static org.deltabed.hardware.gpio.GpioUapi.REQUEST;
import static org.deltabed.hardware.gpio.GpioUapi.at;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** A {@code struct gpio_v2_line_request} for one line. */
final class LineRequest {

  /** Who we are, as {@code gpioinfo} shows it. */
  static final String CONSUMER = "deltabed";

  /** As many events as the kernel keeps for one request at most: 16 for each of 64 lines. */
  static final int EVENT_BUFFER = 16 * GpioUapi.LINES_MAX;

  private final MemorySegment request = Arena.ofAuto().allocate(REQUEST);
  private final MemorySegment config;

  LineRequest(int offset, long flags) {
    request.set(ValueLayout.JAVA_INT, at(REQUEST, "offsets"), offset);
    request.set(ValueLayout.JAVA_INT, at(REQUEST, "num_lines"), 1);
    boolean edges = (flags & (GpioUapi.EDGE_RISING | GpioUapi.EDGE_FALLING)) != 0;
    request.set(ValueLayout.JAVA_INT, at(REQUEST, "event_buffer_size"), edges ? EVENT_BUFFER : 0);
    byte[] name = CONSUMER.getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(
        name, 0, request, ValueLayout.JAVA_BYTE, at(REQUEST, "consumer"), name.length);
    config = request.asSlice(at(REQUEST, "config"), CONFIG.byteSize());
    config.set(ValueLayout.JAVA_LONG, at(CONFIG, "flags"), flags);
  }

  /** Adds an attribute. */
  void attribute(int id, long value) {
    attribute(config, id, value);
  }

  /** Adds an attribute of the one line to a {@code struct gpio_v2_line_config}. */
  static void attribute(MemorySegment config, int id, long value) {
    int count = config.get(ValueLayout.JAVA_INT, at(CONFIG, "num_attrs"));
    long attribute = at(CONFIG, "attrs") + count * CONFIG_ATTRIBUTE.byteSize();
    config.set(ValueLayout.JAVA_INT, attribute + at(ATTRIBUTE, "id"), id);
    // A debounce period is the union's 32-bit member: its first four bytes, little-endian.
    config.set(ValueLayout.JAVA_LONG, attribute + at(ATTRIBUTE, "value"), value);
    config.set(ValueLayout.JAVA_LONG, attribute + at(CONFIG_ATTRIBUTE, "mask"), 1L);
    config.set(ValueLayout.JAVA_INT, at(CONFIG, "num_attrs"), count + 1);
  }

  MemorySegment segment() {
    return request;
  }

  int offset() {
    return request.get(ValueLayout.JAVA_INT, at(REQUEST, "offsets"));
  }

  /** The line's descriptor, once the kernel has given it. */
  int fd() {
    return request.get(ValueLayout.JAVA_INT, at(REQUEST, "fd"));
  }
}
