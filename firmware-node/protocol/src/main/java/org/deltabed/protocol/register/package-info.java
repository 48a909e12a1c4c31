/** Shared registers. */
package org.deltabed.protocol.register;
