package org.deltabed.hardware.virtual.plug;

/** What a simulated device switches: a virtual node's power. */
public interface Mains {

  /** Gives power or takes it away; setting what is there already changes nothing. */
  void set(boolean on);

  /** Whether there is power. */
  boolean on();
}
