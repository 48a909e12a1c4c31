/**
 * The report of a campaign: one HTML file that a person reads, made from the files of a run folder
 * alone.
 */
package org.deltabed.lab.report;
