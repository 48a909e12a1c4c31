/** Exhibits, told and drawn for a reader. */
package org.deltabed.lab.exhibit;
