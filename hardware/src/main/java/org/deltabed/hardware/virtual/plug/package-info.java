/**
 * Devices that switch power, simulated: each speaks the documented protocol of a real one, to a
 * real broker or on a real terminal, and switches a {@link Mains}. For the virtual testbed and for
 * tests, which may also let a device misbehave.
 */
package org.deltabed.hardware.virtual.plug;
