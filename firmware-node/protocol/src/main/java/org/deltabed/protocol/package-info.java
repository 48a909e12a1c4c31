/** The protocols, as pure components; nothing here reads a clock or does input or output. */
package org.deltabed.protocol;
