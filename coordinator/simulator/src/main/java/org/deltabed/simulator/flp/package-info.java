/**
 * The adversary of Fischer, Lynch and Paterson: it keeps a consensus from deciding, for as long as
 * it is asked, by the order of messages alone.
 */
package org.deltabed.simulator.flp;
