package org.deltabed.protocol.replication.paxos;

import java.util.ArrayList;
import java.util.List;

/** Proposals by position, one of each. */
final class Proposals {
  private Proposals() {}

  /** With that one in place of what there was in its instance. */
  static List<Proposal> with(List<Proposal> proposals, Proposal proposal) {
    List<Proposal> changed = new ArrayList<>(proposals);
    int at = 0;
    while (at < changed.size() && changed.get(at).position() < proposal.position()) {
      at++;
    }
    if (at < changed.size() && changed.get(at).position() == proposal.position()) {
      changed.set(at, proposal);
    } else {
      changed.add(at, proposal);
    }
    return changed;
  }

  /** With that one, unless there is one of a higher number in its instance. */
  static List<Proposal> withHighest(List<Proposal> proposals, Proposal proposal) {
    Proposal there = of(proposals, proposal.position());
    return there != null && there.number() >= proposal.number()
        ? proposals
        : with(proposals, proposal);
  }

  /** That of the position, or null. */
  static Proposal of(List<Proposal> proposals, long position) {
    for (Proposal proposal : proposals) {
      if (proposal.position() == position) {
        return proposal;
      }
    }
    return null;
  }
}
