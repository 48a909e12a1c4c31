/** Consensus and its kin. */
package org.deltabed.protocol.agreement;
