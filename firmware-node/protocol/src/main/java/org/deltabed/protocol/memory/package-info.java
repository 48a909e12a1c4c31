/** Shared memory: registers and a key-value store. */
package org.deltabed.protocol.memory;
