/** Measures a bus under load, and recommends slot, guard and jitter for its description. */
package org.deltabed.lab.calibrate;
