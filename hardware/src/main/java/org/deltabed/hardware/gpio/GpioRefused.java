package org.deltabed.hardware.gpio;

import java.io.IOException;

/**
 * The kernel does not give us a GPIO chip or line, or no longer. Its message reads {@code device:
 * what is the matter — what to do}.
 */
public final class GpioRefused extends IOException {

  private static final long serialVersionUID = 1L;

  /** What kind of refusal. */
  public enum Kind {
    /** This user may not open the device (F11). */
    NO_PERMISSION,
    /** There is no such chip on this machine. */
    NO_SUCH_CHIP,
    /** The chip has no such line. */
    NO_SUCH_LINE,
    /** Somebody else has the line. */
    BUSY,
    /** The chip cannot do what was asked, such as a bias. */
    UNSUPPORTED,
    /** The chip went away while its lines were in use. */
    GONE
  }

  private final Kind kind;
  private final String device;
  private final String reason;
  private final String remedy;

  GpioRefused(Kind kind, String device, String reason, String remedy) {
    super(device + ": " + reason + " — " + remedy);
    this.kind = kind;
    this.device = device;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** What kind of refusal. */
  public Kind kind() {
    return kind;
  }

  /** The chip's device, or {@code /dev} where no chip was found. */
  public String device() {
    return device;
  }

  /** What is the matter. */
  public String reason() {
    return reason;
  }

  /** What the user can do about it. */
  public String remedy() {
    return remedy;
  }
}
