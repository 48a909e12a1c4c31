package org.deltabed.protocol;

/** Indication {@code <le.leader | p>}: from now on p is the leader, to the process that says so. */
public record Leader(int process) implements Event {}
