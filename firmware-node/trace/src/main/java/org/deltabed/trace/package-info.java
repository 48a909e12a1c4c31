/** Trace records, their spool and their JSON Lines. */
package org.deltabed.trace;
