/** The virtual testbed: a paced bus between pseudo-terminals, and pins on a socket. */
package org.deltabed.hardware.virtual;
