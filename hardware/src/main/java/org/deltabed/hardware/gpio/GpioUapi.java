package org.deltabed.hardware.gpio;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;

/**
 * The kernel's GPIO character device, version 2 of its interface (Linux 5.10 and later): structures
 * and numbers from {@code include/uapi/linux/gpio.h}. They are the same on every 64-bit machine.
 */
final class GpioUapi {

  static final int NAME_BYTES = 32;
  static final int LINES_MAX = 64;
  private static final int ATTRIBUTES_MAX = 10;

  static final long USED = 1L;
  static final long INPUT = 1L << 2;
  static final long OUTPUT = 1L << 3;
  static final long EDGE_RISING = 1L << 4;
  static final long EDGE_FALLING = 1L << 5;
  static final long BIAS_PULL_UP = 1L << 8;
  static final long BIAS_PULL_DOWN = 1L << 9;
  static final long BIAS_DISABLED = 1L << 10;

  static final int ATTRIBUTE_OUTPUT_VALUES = 2;
  static final int ATTRIBUTE_DEBOUNCE = 3;
  static final int RISING = 1;

  /** {@code struct gpiochip_info}. */
  static final StructLayout CHIP_INFO =
      structLayout(
          sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("name"),
          sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("label"),
          JAVA_INT.withName("lines"));

  /** {@code struct gpio_v2_line_values}. */
  static final StructLayout VALUES =
      structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));

  /** {@code struct gpio_v2_line_attribute}; the value is a union. */
  static final StructLayout ATTRIBUTE =
      structLayout(
          JAVA_INT.withName("id"), JAVA_INT.withName("padding"), JAVA_LONG.withName("value"));

  /** {@code struct gpio_v2_line_config_attribute}. */
  static final StructLayout CONFIG_ATTRIBUTE =
      structLayout(ATTRIBUTE.withName("attr"), JAVA_LONG.withName("mask"));

  /** {@code struct gpio_v2_line_config}. */
  static final StructLayout CONFIG =
      structLayout(
          JAVA_LONG.withName("flags"),
          JAVA_INT.withName("num_attrs"),
          sequenceLayout(5, JAVA_INT).withName("padding"),
          sequenceLayout(ATTRIBUTES_MAX, CONFIG_ATTRIBUTE).withName("attrs"));

  /** {@code struct gpio_v2_line_request}. */
  static final StructLayout REQUEST =
      structLayout(
          sequenceLayout(LINES_MAX, JAVA_INT).withName("offsets"),
          sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("consumer"),
          CONFIG.withName("config"),
          JAVA_INT.withName("num_lines"),
          JAVA_INT.withName("event_buffer_size"),
          sequenceLayout(5, JAVA_INT).withName("padding"),
          JAVA_INT.withName("fd"));

  /** {@code struct gpio_v2_line_info}. */
  static final StructLayout LINE_INFO =
      structLayout(
          sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("name"),
          sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("consumer"),
          JAVA_INT.withName("offset"),
          JAVA_INT.withName("num_attrs"),
          JAVA_LONG.withName("flags"),
          sequenceLayout(ATTRIBUTES_MAX, ATTRIBUTE).withName("attrs"),
          sequenceLayout(4, JAVA_INT).withName("padding"));

  /** {@code struct gpio_v2_line_event}. */
  static final StructLayout EVENT =
      structLayout(
          JAVA_LONG.withName("timestamp_ns"),
          JAVA_INT.withName("id"),
          JAVA_INT.withName("offset"),
          JAVA_INT.withName("seqno"),
          JAVA_INT.withName("line_seqno"),
          sequenceLayout(6, JAVA_INT).withName("padding"));

  private static final long WRITE = 1;
  private static final long READ = 2;

  static final long GET_CHIP_INFO = ioctl(READ, 0x01, CHIP_INFO);
  static final long GET_LINE_INFO = ioctl(READ | WRITE, 0x05, LINE_INFO);
  static final long GET_LINE = ioctl(READ | WRITE, 0x07, REQUEST);
  static final long SET_CONFIG = ioctl(READ | WRITE, 0x0D, CONFIG);
  static final long GET_VALUES = ioctl(READ | WRITE, 0x0E, VALUES);
  static final long SET_VALUES = ioctl(READ | WRITE, 0x0F, VALUES);

  private GpioUapi() {}

  /** As the macros of {@code asm-generic/ioctl.h} do: direction, size, 0xB4, number. */
  private static long ioctl(long direction, int number, MemoryLayout argument) {
    return direction << 30 | argument.byteSize() << 16 | 0xB4 << 8 | number;
  }

  /** Where a field stands, in bytes. */
  static long at(StructLayout struct, String field) {
    return struct.byteOffset(groupElement(field));
  }
}
