/** Multi-Paxos. */
package org.deltabed.protocol.replication.paxos;
