/**
 * The timed adversary: the real node core, frames and tags on a line in virtual time, with clocks
 * that drift and hosts that are as late as the wiring file allows. It holds δ, Π and the detection
 * bound against what they are computed to be, at whatever instant a node loses its power.
 */
package org.deltabed.simulator.timed;
