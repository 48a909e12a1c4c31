/** Frames on the bus. */
package org.deltabed.wire;
