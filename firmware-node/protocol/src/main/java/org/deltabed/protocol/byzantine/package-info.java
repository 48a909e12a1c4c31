/** Links of processes that misbehave on purpose. */
package org.deltabed.protocol.byzantine;
