package org.deltabed.protocol.replication.paxos;

import java.util.ArrayList;
import java.util.List;

/** Proposals by instance, one of each. */
final class Proposals {
  private Proposals() {}

  /** With that one in place of what there was in its instance. */
  static List<Proposal> with(List<Proposal> proposals, Proposal proposal) {
    List<Proposal> changed = new ArrayList<>(proposals);
    int at = 0;
    while (at < changed.size() && changed.get(at).instance() < proposal.instance()) {
      at++;
    }
    if (at < changed.size() && changed.get(at).instance() == proposal.instance()) {
      changed.set(at, proposal);
    } else {
      changed.add(at, proposal);
    }
    return changed;
  }

  /** With that one, unless there is one of a higher number in its instance. */
  static List<Proposal> withHighest(List<Proposal> proposals, Proposal proposal) {
    Proposal there = of(proposals, proposal.instance());
    return there != null && there.number() >= proposal.number()
        ? proposals
        : with(proposals, proposal);
  }

  /** That of the instance, or null. */
  static Proposal of(List<Proposal> proposals, long instance) {
    for (Proposal proposal : proposals) {
      if (proposal.instance() == instance) {
        return proposal;
      }
    }
    return null;
  }
}
