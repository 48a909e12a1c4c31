/**
 * GPIO lines by the Linux GPIO character device, through {@code java.lang.foreign}, and Pi4J
 * providers on them.
 *
 * <p>Pi4J's own providers would do in their place: {@link org.deltabed.hardware.pins.Pi4jPins}
 * takes any Pi4J context, and finds a line {@code GPIOn} there by its BCM number. What is lost with
 * them is the kernel's time of an edge (an edge then has the time at which we hear of it), the
 * notice of missed edges and of a lost chip, and the initial level within the request: an output
 * may be low for a moment first, which would cut a node's power at start.
 */
package org.deltabed.hardware.gpio;
