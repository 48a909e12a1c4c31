package org.deltabed.checker;

/** What the lab measured of its host before the campaign, and the receive jitter that it chose. */
public record HostJitter(long samples, long maxNs, long p999Ns, long chosenReceiveJitterNs) {}
