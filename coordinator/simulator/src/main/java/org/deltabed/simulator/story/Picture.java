package org.deltabed.simulator.story;

/** What differs between runs in slots and asynchronous ones in a picture. */
interface Picture {
  /** Where a happening stands on the axis of time. */
  double x(int number);

  /** The axis, and what lies below everything. */
  void backdrop();

  /** The messages. */
  void traffic();
}
