/** Practical Byzantine fault tolerance. */
package org.deltabed.protocol.replication.pbft;
