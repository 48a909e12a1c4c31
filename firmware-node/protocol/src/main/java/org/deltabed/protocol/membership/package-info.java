/** Group membership and view synchrony. */
package org.deltabed.protocol.membership;
