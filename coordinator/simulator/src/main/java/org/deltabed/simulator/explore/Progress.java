package org.deltabed.simulator.explore;

/**
 * How far an exploration is.
 *
 * @param layer the layer that is being expanded, from 0
 * @param layers how many there are; 0 where that is not known before
 * @param states states found so far, all layers
 * @param transitions transitions made so far
 * @param done how much of the layer's states are expanded
 * @param of how many states the layer has
 */
public record Progress(int layer, int layers, long states, long transitions, long done, long of) {}
