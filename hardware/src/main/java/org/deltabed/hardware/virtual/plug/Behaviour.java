package org.deltabed.hardware.virtual.plug;

/** How a simulated device behaves. */
public enum Behaviour {
  /** As documented. */
  HONEST,
  /** Says that it has switched, and has not: a welded contact behind it. */
  LIAR,
  /** Does and says everything in order, and late. */
  SLOW,
  /** Is not there: no answer, and on MQTT its last will. */
  VANISHED
}
