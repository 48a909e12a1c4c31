package org.deltabed.protocol.replication.paxos;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;

/**
 * S4: Multi-Paxos: a sequence of values that all learn alike.
 *
 * <p>Every process is proposer, acceptor and learner. A proposer prepares a number once, with a
 * majority of the acceptors, and then proposes one value after the other under it, each in an
 * instance of its own. What a majority has accepted is chosen.
 *
 * <p><b>Events.</b> Request {@code <Propose, x>}; indication {@code <Learn, i, x>}.
 *
 * <p><b>Properties.</b> Validity: a value learned was proposed, or is nil. Uniform agreement: no two
 * processes learn different values in one instance. Order: every process learns instances 1, 2, 3
 * and so on, without a gap. Termination: if a correct process proposes x, every correct process
 * eventually learns x. The exercise names none.
 *
 * <p><b>Assumptions.</b> Crash-stop, N &gt; 2f; for termination alone an eventually perfect detector,
 * for asynchronous systems have none that ends. Links are perfect.
 *
 * <p><b>Uses.</b> {@code EP}: EventuallyPerfectFailureDetector. The bus is a broadcast.
 *
 * <p><b>Source.</b> multipaxos-pbft-exercise, Multi-Paxos.
 *
 * <p><b>In slots.</b> A leader that has prepared needs one cycle: its frame proposes, the others'
 * frames accept, its next frame says what is chosen.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page prepares with a value, {@code Prepare (n=5, x=8)}. A proposer does not know yet
 *       which value it may propose: the promises tell. Here a number is prepared, and no value.
 *   <li>The page's acceptor has one x_last, and its proposer proposes x=8 and then x=2 under n=5. Of
 *       one instance that is wrong: 8 is chosen, and then 2. So these are two instances, and an
 *       acceptor has an x_last and n_last for each; n_max is one for all, which is why one
 *       preparation is enough.
 *   <li>"Another proposer has to use another sequence number" does not say how. Here p1 has the
 *       numbers 1, N+1, 2N+1, p2 has 2, N+2, 2N+2, and so on.
 *   <li>The page has no answers. Here a promise tells what was accepted, and a proposer proposes in
 *       an instance the value of the highest number that it is told, if there is one; a gap below is
 *       filled with nil. Who is asked for less than it promised answers with n_max.
 *   <li>The page has no learners. Here the proposer counts who accepted, and tells all what is
 *       chosen; values wait until there is no gap before them.
 *   <li>Who leads is left open. Here it is the owner of the highest number promised. Who wants to
 *       propose and knows of no number takes one; who suspects the owner of the highest takes a
 *       higher one; everybody else hands its values to all, so that any leader has them.
 *   <li>Catching up is left open. Here a promise tells what its sender has not learned, and who
 *       prepared tells it that.
 *   <li>A value may be chosen in two instances, when leaders change. Who executes values as commands
 *       has to number them.
 *   <li>The state grows: acceptors and learners forget nothing.
 * </ol>
 *
 * <p>A process is its own acceptor and learner without a message.
 */
public class MultiPaxos extends Component<MultiPaxos.S> {
  /**
   * The state; {@code pending} are the values that are not known to be chosen, {@code own} those of
   * them that were proposed here and that nobody else was told.
   */
  public record S(
      Acceptor acceptor,
      Proposer proposer,
      Learner learner,
      ValueSet pending,
      ValueSet own,
      ProcessSet suspected) {}

  protected Acceptor acceptor;
  protected Proposer proposer;
  protected Learner learner;
  protected ValueSet pending;
  protected ValueSet own;
  protected ProcessSet suspected;

  public MultiPaxos(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    acceptor = Acceptor.NEW;
    proposer = Proposer.IDLE;
    learner = Learner.NEW;
    pending = ValueSet.EMPTY;
    own = ValueSet.EMPTY;
    suspected = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Propose(var value) -> propose(value);
      case Suspect(int p) -> suspected = suspected.with(p);
      case Restore(int p) -> suspected = suspected.without(p);
      case Arrive(int sender, Addressed(int to, var message)) -> {
        if (to == self) {
          arrive(sender, message);
        }
      }
      case Arrive(int sender, var message) -> {
        if (sender != self) {
          arrive(sender, message);
        }
      }
      default -> throw unexpected(event);
    }
  }

  private void propose(Value value) {
    if (!learner.knows(value)) {
      own = own.with(value);
      pending = pending.with(value);
    }
  }

  private void arrive(int sender, Value message) {
    switch (message) {
      case Prepare prepare -> prepare(sender, prepare);
      case Promise promise -> promise(sender, promise);
      case Proposal proposal -> proposal(sender, proposal);
      case Accepted(long number, long instance) -> {
        if (number == proposer.number()) {
          proposer = proposer.acceptedBy(sender, instance);
        }
      }
      case Rejected(long promised) -> {
        if (promised > acceptor.promised()) {
          acceptor = acceptor.promise(promised);
        }
      }
      case Chosen chosen -> learner = learner.with(chosen);
      case Forward(var value) -> {
        if (!learner.knows(value)) {
          pending = pending.with(value);
        }
      }
      default -> throw new IllegalStateException("Multi-Paxos has no message " + message);
    }
  }

  private void prepare(int sender, Prepare prepare) {
    if (mayPromise(prepare.number())) {
      acceptor = acceptor.promise(prepare.number());
      send(
          new Addressed(
              sender,
              new Promise(
                  prepare.number(), learner.next(), acceptor.acceptedFrom(prepare.from()))));
    } else {
      send(new Rejected(acceptor.promised()));
    }
  }

  /** {@code n > n_max}. */
  protected boolean mayPromise(long number) {
    return acceptor.mayPromise(number);
  }

  private void promise(int sender, Promise promise) {
    if (promise.number() != proposer.number()) {
      return;
    }
    if (!proposer.prepared()) {
      proposer = proposer.promisedBy(sender, promise.accepted());
    }
    for (long i = promise.next(); i < learner.next(); i++) { // departure 7
      send(new Addressed(sender, learner.learned(i)));
    }
  }

  private void proposal(int sender, Proposal proposal) {
    if (acceptor.mayAccept(proposal.number())) {
      acceptor = acceptor.accept(proposal);
      send(new Addressed(sender, new Accepted(proposal.number(), proposal.instance())));
    } else {
      send(new Rejected(acceptor.promised()));
    }
  }

  @Override
  protected boolean guards() {
    Chosen ready = learner.ready();
    if (ready != null) {
      learner = learner.learning(ready);
      pending = pending.without(ready.value());
      own = own.without(ready.value());
      trigger(new Learn(ready.instance(), ready.value()));
      return true;
    }
    Tally tally = proposer.acceptedByAtLeast(majority());
    if (tally != null) {
      proposer = proposer.without(tally);
      Chosen chosen = new Chosen(tally.instance(), tally.value());
      learner = learner.with(chosen);
      send(chosen);
      return true;
    }
    if (mustTakeOver()) {
      takeOver();
      return true;
    }
    return leads() ? lead() : handOver();
  }

  /** More than half of all. */
  protected int majority() {
    return n / 2 + 1;
  }

  protected final Numbers numbers() {
    return new Numbers(n);
  }

  private int leader() {
    return numbers().owner(acceptor.promised());
  }

  private boolean leads() {
    return leader() == self && proposer.number() == acceptor.promised();
  }

  /** Departure 6. */
  private boolean mustTakeOver() {
    return leader() == 0 ? !own.isEmpty() : suspected.contains(leader());
  }

  private void takeOver() {
    long number = nextNumber();
    acceptor = acceptor.promise(number);
    proposer = Proposer.of(number).promisedBy(self, acceptor.acceptedFrom(learner.next()));
    send(new Prepare(number, learner.next()));
  }

  protected long nextNumber() {
    return numbers().above(acceptor.promised(), self);
  }

  private boolean lead() {
    if (!proposer.prepared()) {
      if (proposer.promises().size() < majority()) {
        return false;
      }
      proposeWhatWasReported();
      return true;
    }
    for (Value value : pending) {
      if (!proposer.isProposing(value) && !learner.knows(value)) {
        propose(nextInstance(), value);
        return true;
      }
    }
    return false;
  }

  /** Departure 4: what may be chosen already is proposed again, and gaps are filled. */
  private void proposeWhatWasReported() {
    Proposer before = proposer;
    proposer = proposer.asPrepared();
    for (long i = learner.next(); i <= before.lastInstance(); i++) {
      if (!learner.knows(i)) {
        Proposal reported = Proposals.of(before.reported(), i);
        propose(i, valueOf(reported));
      }
    }
  }

  /** The value that was accepted under the highest number, or nil. */
  protected Value valueOf(Proposal reported) {
    return reported == null ? new Nil() : reported.value();
  }

  /** An instance that is not in use. */
  protected long nextInstance() {
    return Math.max(learner.lastInstance(), proposer.lastInstance()) + 1;
  }

  private void propose(long instance, Value value) {
    Proposal proposal = new Proposal(proposer.number(), instance, value);
    proposer = proposer.proposing(instance, value).acceptedBy(self, instance);
    acceptor = acceptor.accept(proposal);
    send(proposal);
  }

  /** Departure 6: somebody else leads. */
  private boolean handOver() {
    if (leader() == 0 || own.isEmpty()) {
      return false;
    }
    own.forEach(value -> send(new Forward(value)));
    own = ValueSet.EMPTY;
    return true;
  }

  @Override
  public S save() {
    return new S(acceptor, proposer, learner, pending, own, suspected);
  }

  @Override
  public void load(S state) {
    acceptor = state.acceptor;
    proposer = state.proposer;
    learner = state.learner;
    pending = state.pending;
    own = state.own;
    suspected = state.suspected;
  }
}
