/** Executions told to people: in words, and as space-time diagrams. */
package org.deltabed.simulator.story;
