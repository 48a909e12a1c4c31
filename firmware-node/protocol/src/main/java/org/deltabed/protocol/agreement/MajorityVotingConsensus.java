package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Decided;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;
import org.deltabed.protocol.Vote;

/**
 * C6: consensus by majority votes without a detector, which the adversary of Fischer, Lynch and
 * Paterson keeps from deciding.
 *
 * <p>In every round all vote twice, and wait for a majority of votes each time. If a majority voted
 * for one value in the first step, that is what its counter votes for in the second, else for
 * nothing. If a majority voted for a value in the second step, its counter decides it.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Uniform agreement: no two
 * processes decide differently. Integrity: no process decides twice. Termination: every correct
 * process eventually decides, where the bus is kind: it brings votes to all in the same order. It
 * is not owed where messages take any time: nobody can.
 *
 * <p><b>Assumptions.</b> Asynchronous: crash-stop, f = 1 and N &gt; 2f, no detector. Every correct
 * process proposes.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, FLP Impossibility Result, which needs an
 * algorithm to defeat and gives none. This one is Ben-Or's of 1983 without its coin: it is the coin
 * that FLP forbids, since the algorithm is to be deterministic.
 *
 * <p><b>In slots.</b> All see the same votes first, so all vote alike in the second step, and in
 * the next round at the latest for the same value: everybody decides within three cycles, and in
 * one more if a process crashes in mid-broadcast.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>"Infinitely many steps", "it delivers all messages": the page lets a process take a step
 *       only when a message is delivered, and so does this; the first is to propose.
 *   <li>Where nobody voted for a value in the second step, the estimate becomes the least of those
 *       voted for in the first: any rule would do that is deterministic and keeps to validity.
 *   <li>Who has decided tells all and votes no more; who is told tells all as well. The page's
 *       algorithm may do as it likes after it has decided.
 * </ol>
 */
public class MajorityVotingConsensus extends Component<MajorityVotingConsensus.S> {
  /**
   * The state.
   *
   * @param round 0 before it proposes
   * @param second whether it is in the round's second step
   * @param voters whose votes were counted in this step
   * @param votes what they voted for
   * @param least the least value voted for in the first step of this round, or null
   * @param early votes of later steps, with their senders
   */
  public record S(
      int round,
      boolean second,
      Value estimate,
      ProcessSet voters,
      ValueSet votes,
      Value least,
      ValueSet early,
      boolean decided) {}

  private static final String BEB = "beb";

  protected int round;
  protected boolean second;
  protected Value estimate;
  protected ProcessSet voters;
  protected ValueSet votes;
  protected Value least;
  protected ValueSet early;
  protected boolean decided;

  public MajorityVotingConsensus(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    round = 0;
    second = false;
    estimate = null;
    voters = ProcessSet.EMPTY;
    votes = ValueSet.EMPTY;
    least = null;
    early = ValueSet.EMPTY;
    decided = false;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Propose(var v) -> {
        if (round == 0 && !decided) {
          estimate = v;
          nextRound();
        }
      }
      case Deliver(int p, Vote vote) -> {
        if (!decided) {
          hear(p, vote);
        }
      }
      case Deliver(int _, Decided(var v)) -> decide(v);
      default -> throw unexpected(event);
    }
  }

  private void nextRound() {
    round = round + 1;
    least = null;
    step(false, estimate);
  }

  private void step(boolean isSecond, Value vote) {
    second = isSecond;
    voters = ProcessSet.EMPTY;
    votes = ValueSet.EMPTY;
    trigger(BEB, new Broadcast(new Vote(round, second, vote)));
  }

  /** Counts it, keeps it for later, or drops it. */
  private void hear(int p, Vote vote) {
    if (isOfThisStep(vote)) {
      voters = voters.with(p);
      votes = votes.with(vote.value());
    } else if (vote.round() > round || (vote.round() == round && vote.second() && !second)) {
      early = early.with(new Data(p, vote));
    }
  }

  private boolean isOfThisStep(Vote vote) {
    return round > 0 && vote.round() == round && vote.second() == second;
  }

  /** A majority of votes is there. */
  private void count() {
    if (!second) {
      least = votes.values().getFirst();
      step(true, votes.size() == 1 ? least : new Nil());
      return;
    }
    Value voted = voted();
    if (voted != null && isDecided()) {
      decide(voted);
    } else {
      estimate = voted != null ? voted : otherwise();
      nextRound();
    }
  }

  /** The value that somebody voted for in the second step, or null: there is at most one. */
  private Value voted() {
    for (Value vote : votes) {
      if (!(vote instanceof Nil)) {
        return vote;
      }
    }
    return null;
  }

  /** The estimate where nobody voted for a value in the second step. */
  protected Value otherwise() {
    return least; // departure 2
  }

  /** Whether a majority has voted for the same in the second step. */
  protected boolean isDecided() {
    return votes.size() == 1;
  }

  private void decide(Value v) {
    if (!decided) {
      trigger(new Decide(v));
      init();
      decided = true;
      trigger(BEB, new Broadcast(new Decided(v)));
    }
  }

  @Override
  protected boolean guards() {
    if (decided) {
      return false;
    }
    if (round > 0 && voters.size() > n / 2) {
      count();
      return true;
    }
    for (Value kept : early) {
      if (kept instanceof Data(int p, Vote vote) && isOfThisStep(vote)) {
        early = early.without(kept);
        hear(p, vote);
        return true;
      }
    }
    return false;
  }

  @Override
  public S save() {
    return new S(round, second, estimate, voters, votes, least, early, decided);
  }

  @Override
  public void load(S state) {
    round = state.round;
    second = state.second;
    estimate = state.estimate;
    voters = state.voters;
    votes = state.votes;
    least = state.least;
    early = state.early;
    decided = state.decided;
  }
}
