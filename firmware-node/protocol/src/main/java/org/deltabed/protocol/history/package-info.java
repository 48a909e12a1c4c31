/** What happened in a run, and named properties of it. */
package org.deltabed.protocol.history;
