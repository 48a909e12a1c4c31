/** What nodes recorded, done again by the same components, and compared step by step. */
package org.deltabed.simulator.replay;
