/** What a technician needs: the list of all wires, the drawing, the pin table, what to buy. */
package org.deltabed.wiring.draw;
