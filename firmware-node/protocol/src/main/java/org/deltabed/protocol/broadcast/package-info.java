/** Broadcasts. */
package org.deltabed.protocol.broadcast;
