/** What all witnesses need: records, their files, the line's schedule, and being commanded. */
package org.deltabed.lab.witness;
