package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sizes, offsets and numbers as a C compiler has them from linux/gpio.h (sizeof, offsetof). */
class GpioUapiTest {

  @Test
  void structuresHaveTheirSizes() {
    assertEquals(68, GpioUapi.CHIP_INFO.byteSize());
    assertEquals(256, GpioUapi.LINE_INFO.byteSize());
    assertEquals(16, GpioUapi.VALUES.byteSize());
    assertEquals(16, GpioUapi.ATTRIBUTE.byteSize());
    assertEquals(24, GpioUapi.CONFIG_ATTRIBUTE.byteSize());
    assertEquals(272, GpioUapi.CONFIG.byteSize());
    assertEquals(592, GpioUapi.REQUEST.byteSize());
    assertEquals(48, GpioUapi.EVENT.byteSize());
  }

  @Test
  void fieldsStandWhereTheKernelPutsThem() {
    assertEquals(32, GpioUapi.at(GpioUapi.CHIP_INFO, "label"));
    assertEquals(64, GpioUapi.at(GpioUapi.CHIP_INFO, "lines"));
    assertEquals(32, GpioUapi.at(GpioUapi.LINE_INFO, "consumer"));
    assertEquals(64, GpioUapi.at(GpioUapi.LINE_INFO, "offset"));
    assertEquals(72, GpioUapi.at(GpioUapi.LINE_INFO, "flags"));
    assertEquals(8, GpioUapi.at(GpioUapi.ATTRIBUTE, "value"));
    assertEquals(16, GpioUapi.at(GpioUapi.CONFIG_ATTRIBUTE, "mask"));
    assertEquals(8, GpioUapi.at(GpioUapi.CONFIG, "num_attrs"));
    assertEquals(32, GpioUapi.at(GpioUapi.CONFIG, "attrs"));
    assertEquals(256, GpioUapi.at(GpioUapi.REQUEST, "consumer"));
    assertEquals(288, GpioUapi.at(GpioUapi.REQUEST, "config"));
    assertEquals(560, GpioUapi.at(GpioUapi.REQUEST, "num_lines"));
    assertEquals(564, GpioUapi.at(GpioUapi.REQUEST, "event_buffer_size"));
    assertEquals(588, GpioUapi.at(GpioUapi.REQUEST, "fd"));
    assertEquals(8, GpioUapi.at(GpioUapi.EVENT, "id"));
    assertEquals(12, GpioUapi.at(GpioUapi.EVENT, "offset"));
    assertEquals(16, GpioUapi.at(GpioUapi.EVENT, "seqno"));
    assertEquals(20, GpioUapi.at(GpioUapi.EVENT, "line_seqno"));
  }

  @Test
  void callsHaveTheirNumbers() {
    assertEquals(0x8044B401L, GpioUapi.GET_CHIP_INFO);
    assertEquals(0xC100B405L, GpioUapi.GET_LINE_INFO);
    assertEquals(0xC250B407L, GpioUapi.GET_LINE);
    assertEquals(0xC110B40DL, GpioUapi.SET_CONFIG);
    assertEquals(0xC010B40EL, GpioUapi.GET_VALUES);
    assertEquals(0xC010B40FL, GpioUapi.SET_VALUES);
  }
}
