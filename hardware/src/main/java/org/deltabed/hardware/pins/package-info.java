/** GPIO lines through Pi4J. */
package org.deltabed.hardware.pins;
