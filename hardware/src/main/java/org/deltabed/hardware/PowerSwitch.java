package org.deltabed.hardware;

/**
 * What switches one node's power: a relay, a plug, a person. Each change is confirmed and has a
 * time; what is not confirmed is never reported as done (F08). One call at a time; others wait.
 */
public interface PowerSwitch extends AutoCloseable {

  /**
   * Gives power, and returns when that is confirmed.
   *
   * @throws PowerNotConfirmed if it is not, in the time that the driver allows
   */
  PowerChange on() throws PowerNotConfirmed;

  /**
   * Takes power away, and returns when that is confirmed.
   *
   * @throws PowerNotConfirmed if it is not, in the time that the driver allows
   */
  PowerChange off() throws PowerNotConfirmed;

  /** Asks how it is now; {@link PowerState#UNKNOWN} if nothing answers or nothing can tell. */
  PowerState state();

  /** Lets go of the device. Never changes the power (F09). */
  @Override
  void close();
}
