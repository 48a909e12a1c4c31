/** Campaigns, from plan to report. */
package org.deltabed.lab;
