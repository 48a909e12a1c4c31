/** Primary/backup replication of PutHash with a view server. */
package org.deltabed.protocol.replication.backup;
