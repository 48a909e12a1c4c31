package org.deltabed.lab.bench;

/** What a person at the bench may want to know at once. Called on the bench's news thread. */
public interface BenchNews {

  /** Somebody is asked to do something by hand. */
  default void asked(String text) {}

  /** A node's supply rail rose or fell at that time, on {@link System#nanoTime()}. */
  default void supply(int node, boolean up, long timeNs) {}

  /** A node has power and has to lose it, because its program does not run. */
  default void silent(int node, String why) {}

  /** A node's power was changed by its driver, and that is confirmed. */
  default void power(int node, String state) {}

  /** A change of power was asked for, and nothing confirms it. */
  default void notConfirmed(int node, String why) {}

  /** A node's program gives signs of life, or has stopped to. */
  default void alive(int node, boolean is) {}
}
