package org.deltabed.protocol.replication.paxos;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;

/**
 * The proposer of a process, under one number.
 *
 * @param number its number, or {@link Numbers#NONE}
 * @param from the first instance that it has not learned when it begins
 * @param promises who has promised it
 * @param reported of what these had accepted, that of the highest number in each instance
 * @param prepared whether a majority has promised, so that it may propose
 * @param tallies what it has proposed and is not known to be chosen
 */
public record Proposer(
    long number,
    long from,
    ProcessSet promises,
    List<Proposal> reported,
    boolean prepared,
    List<Tally> tallies) {
  public static final Proposer IDLE = of(Numbers.NONE, 1);

  public Proposer {
    reported = List.copyOf(reported);
    tallies = List.copyOf(tallies);
  }

  /** One that begins with that number. */
  public static Proposer of(long number, long from) {
    return new Proposer(number, from, ProcessSet.EMPTY, List.of(), false, List.of());
  }

  /** With the promise of that acceptor, and what it had accepted. */
  public Proposer promisedBy(int acceptor, List<Value> accepted) {
    List<Proposal> all = reported;
    for (Value each : accepted) {
      all = each instanceof Proposal proposal ? Proposals.withHighest(all, proposal) : all;
    }
    return new Proposer(number, from, promises.with(acceptor), all, prepared, tallies);
  }

  /** It may propose now; what was reported is dealt with. */
  public Proposer asPrepared() {
    return new Proposer(number, from, promises, List.of(), true, tallies);
  }

  public Proposer proposing(long position, Value value) {
    List<Tally> more = new ArrayList<>(tallies);
    more.add(new Tally(position, value, ProcessSet.EMPTY));
    return new Proposer(number, from, promises, reported, prepared, more);
  }

  public Proposer acceptedBy(int acceptor, long position) {
    return withTallies(
        tallies.stream().map(t -> t.position() == position ? t.with(acceptor) : t).toList());
  }

  public Proposer without(Tally tally) {
    return withTallies(tallies.stream().filter(t -> !t.equals(tally)).toList());
  }

  /** The first that so many have accepted, or null. */
  public Tally acceptedByAtLeast(int majority) {
    return tallies.stream()
        .filter(tally -> tally.acceptors().size() >= majority)
        .findFirst()
        .orElse(null);
  }

  public boolean isProposing(Value value) {
    return tallies.stream().anyMatch(tally -> tally.value().equals(value));
  }

  /** The last instance that it has under way or heard of, or 0. */
  public long lastInstance() {
    long last = reported.isEmpty() ? 0 : reported.getLast().position();
    for (Tally tally : tallies) {
      last = Math.max(last, tally.position());
    }
    return last;
  }

  private Proposer withTallies(List<Tally> others) {
    return new Proposer(number, from, promises, reported, prepared, others);
  }
}
