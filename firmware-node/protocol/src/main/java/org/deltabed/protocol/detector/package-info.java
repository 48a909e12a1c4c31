/** Failure detectors. */
package org.deltabed.protocol.detector;
