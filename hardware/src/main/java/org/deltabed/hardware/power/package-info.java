/** Power of nodes that are processes on this machine. */
package org.deltabed.hardware.power;
