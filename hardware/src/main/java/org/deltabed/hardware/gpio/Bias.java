package org.deltabed.hardware.gpio;

/** The chip's own resistor on an input. */
public enum Bias {
  /** Whatever it is: the device tree's choice, or the last user's. */
  AS_IT_IS(0),
  NONE(GpioUapi.BIAS_DISABLED),
  PULL_UP(GpioUapi.BIAS_PULL_UP),
  PULL_DOWN(GpioUapi.BIAS_PULL_DOWN);

  private final long flag;

  Bias(long flag) {
    this.flag = flag;
  }

  long flag() {
    return flag;
  }
}
