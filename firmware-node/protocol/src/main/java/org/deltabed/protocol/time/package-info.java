/** Logical time. */
package org.deltabed.protocol.time;
