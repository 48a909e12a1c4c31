/** Ports to the hardware of a testbed, and their drivers. */
package org.deltabed.hardware;
