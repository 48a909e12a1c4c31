/** Active replication with Byzantine servers. */
package org.deltabed.protocol.replication.active;
