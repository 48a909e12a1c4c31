package org.deltabed.hardware.power;

/** Somebody who is asked to do something by hand. */
public interface Asked {

  /** Says what to do, and returns at once. Whether it was done is seen by others. */
  void ask(String text);
}
