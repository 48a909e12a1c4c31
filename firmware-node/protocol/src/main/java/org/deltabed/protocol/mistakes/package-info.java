/** Seeded mistakes: components that are wrong in one place, to show that the properties find it. */
package org.deltabed.protocol.mistakes;
