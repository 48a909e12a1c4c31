/**
 * A bench: the coordinator's instruments around real nodes, or around virtual ones that are wired
 * as real ones. It runs in a process of its own and sees pins, bus and power from outside.
 */
package org.deltabed.lab.bench;
