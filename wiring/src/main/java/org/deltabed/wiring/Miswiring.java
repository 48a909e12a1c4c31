package org.deltabed.wiring;

/** One thing that is wrong with the wires of a virtual testbed. Nodes are named by their ids. */
public sealed interface Miswiring {

  /** The wires of one use end at each other's node. */
  record Swapped(int node, int other, String use) implements Miswiring {}

  /** A wire that leads nowhere. */
  record Dead(int node, String use) implements Miswiring {}

  /** Two wires of one use touch: what drives one drives both. */
  record Shorted(int node, int other, String use) implements Miswiring {}

  /** The bus has no terminator: bits are smeared by reflections. */
  record NoTerminator() implements Miswiring {}

  /** A node's adapter is set to another rate. */
  record WrongBaudRate(int node, int baudRate) implements Miswiring {}

  /** A node was set up as another one. */
  record ClaimsId(int node, int claimedId) implements Miswiring {}
}
