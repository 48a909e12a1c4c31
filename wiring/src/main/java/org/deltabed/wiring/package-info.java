/** Testbed descriptions and the bounds computed from them. */
package org.deltabed.wiring;
