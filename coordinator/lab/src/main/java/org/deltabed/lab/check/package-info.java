/** The wiring check: drives one end of each wire and watches the other. */
package org.deltabed.lab.check;
