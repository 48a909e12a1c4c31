/** The RS-485 line behind a serial device. */
package org.deltabed.hardware.serial;
