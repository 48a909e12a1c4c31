package org.deltabed.protocol.replication.paxos;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Value;

/**
 * The acceptor of a process.
 *
 * @param promised the page's n_max: it takes nothing below
 * @param accepted what it accepted last in each position, the page's n_last and x_last, by instance
 */
public record Acceptor(long promised, List<Proposal> accepted) {
  public static final Acceptor NEW = new Acceptor(Numbers.NONE, List.of());

  public Acceptor {
    accepted = List.copyOf(accepted);
  }

  /** Whether it may promise that number: only one above all that it has promised. */
  public boolean mayPromise(long number) {
    return number > promised;
  }

  public Acceptor promise(long number) {
    return new Acceptor(number, accepted);
  }

  /** Whether it may accept a proposal of that number: it has promised to take none below. */
  public boolean mayAccept(long number) {
    return number >= promised;
  }

  public Acceptor accept(Proposal proposal) {
    return new Acceptor(Math.max(promised, proposal.number()), Proposals.with(accepted, proposal));
  }

  /** What it accepted in that instance and those after it. */
  public List<Value> acceptedFrom(long position) {
    List<Value> from = new ArrayList<>();
    for (Proposal proposal : accepted) {
      if (proposal.position() >= position) {
        from.add(proposal);
      }
    }
    return from;
  }
}
