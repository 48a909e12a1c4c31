/**
 * What gives nodes power and takes it away: drivers of {@link org.deltabed.hardware.PowerSwitch},
 * each for what a lab may have, and the mains of a node that is a process on this machine.
 */
package org.deltabed.hardware.power;
