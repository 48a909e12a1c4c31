package org.deltabed.lab.plan;

import java.util.List;
import org.deltabed.checker.Verdict;

/**
 * One case of a plan.
 *
 * @param name in the words of the person who planned it
 * @param repeat how many runs are made of it
 * @param expect the verdict that is expected of each
 * @param faults what is done to the nodes
 */
public record Case(String name, int repeat, Verdict expect, List<Fault> faults) {}
