package org.deltabed.protocol;

import java.util.List;

/**
 * The state of a process: that of every instance. Immutable, so states can be compared and kept.
 *
 * @param fixed the states of the instances that are in no family, in the order of their places
 * @param members those of the families that have been addressed, by place and index
 */
public record State(List<Record> fixed, List<Member> members) {
  /** The state of one instance of a family. */
  public record Member(int number, int index, Record state) {}
}
