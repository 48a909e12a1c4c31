/** The few calls of the C library that Java has no other way to. Linux only; not exported. */
package org.deltabed.hardware.posix;
