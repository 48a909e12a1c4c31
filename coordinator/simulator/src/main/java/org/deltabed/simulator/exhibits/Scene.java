package org.deltabed.simulator.exhibits;

import org.deltabed.simulator.run.Execution;

/**
 * One run of an exhibit.
 *
 * @param explanation what to look at, for somebody who has the page beside it
 */
public record Scene(String caption, Execution execution, String explanation) {}
