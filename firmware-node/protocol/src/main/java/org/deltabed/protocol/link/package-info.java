/** Links: what carries a message from one process to one other. */
package org.deltabed.protocol.link;
