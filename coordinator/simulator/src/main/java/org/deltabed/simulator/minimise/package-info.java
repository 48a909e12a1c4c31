/** Smaller schedules that still break what a larger one breaks. */
package org.deltabed.simulator.minimise;
