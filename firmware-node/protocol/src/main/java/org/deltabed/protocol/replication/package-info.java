/** Replication. */
package org.deltabed.protocol.replication;
