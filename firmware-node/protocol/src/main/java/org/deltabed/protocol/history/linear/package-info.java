/** Operations of a history, and whether they can be put in one order that an object would give. */
package org.deltabed.protocol.history.linear;
