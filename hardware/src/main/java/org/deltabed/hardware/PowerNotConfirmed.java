package org.deltabed.hardware;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A power change that was asked for and that nothing confirmed (F08): whether the node has power is
 * then not known. An operating error, not a fault of the program.
 */
public final class PowerNotConfirmed extends IOException {
  private static final long serialVersionUID = 1L;

  private final PowerState asked;
  private final String came;
  private final long waitedNs;

  /**
   * What went wrong.
   *
   * @param what names the switch, such as {@code plug plug3 of node 3}
   * @param asked the state that was asked for
   * @param came what came instead of the confirmation, in words
   * @param waitedNs how long was waited
   */
  public PowerNotConfirmed(String what, PowerState asked, String came, long waitedNs) {
    this(what, asked, came, waitedNs, null);
  }

  /** As the other, with the failure that lies behind it. */
  public PowerNotConfirmed(
      String what, PowerState asked, String came, long waitedNs, Throwable cause) {
    super(
        "%s was asked to switch %s; after %d ms: %s"
            .formatted(what, asked.word(), TimeUnit.NANOSECONDS.toMillis(waitedNs), came),
        cause);
    this.asked = asked;
    this.came = came;
    this.waitedNs = waitedNs;
  }

  /** The state that was asked for. */
  public PowerState asked() {
    return asked;
  }

  /** What came instead of the confirmation. */
  public String came() {
    return came;
  }

  /** How long was waited, in nanoseconds. */
  public long waitedNs() {
    return waitedNs;
  }
}
