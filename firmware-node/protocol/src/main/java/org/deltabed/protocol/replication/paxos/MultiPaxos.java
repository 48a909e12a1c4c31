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
 * <p><b>Properties.</b> Validity: a value learned was proposed, or is nil. Uniform agreement: no
 * two processes learn different values in one instance. Order: every process learns instances 1, 2,
 * 3 and so on, without a gap. Termination: if a correct process proposes x, every correct process
 * eventually learns x. The exercise names none.
 *
 * <p><b>Assumptions.</b> Crash-stop, N &gt; 2f; for termination alone an eventually perfect
 * detector, for asynchronous systems have none that ends. Links are perfect.
 *
 * <p><b>Uses.</b> {@code EP}: EventuallyPerfectFailureDetector. The bus is a broadcast.
 *
 * <p><b>Source.</b> multipaxos-pbft-exercise, Multi-Paxos.
 *
 * <p><b>In slots.</b> A leader that has prepared needs one cycle: its frame proposes, the others'
 * frames accept, its next frame says what is chosen. One that has crashed is suspected fewer than
 * two cycles later.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page prepares with a value, {@code Prepare (n=5, x=8)}. A proposer does not know yet
 *       which value it may propose: the promises tell. Here a number is prepared, and no value.
 *   <li>The page's acceptor has one x_last, and its proposer proposes x=8 and then x=2 under n=5.
 *       Of one instance that is wrong: 8 is chosen, and then 2. So these are two instances, and an
 *       acceptor has an x_last and n_last for each; n_max is one for all, which is why one
 *       preparation is enough.
 *   <li>"Another proposer has to use another sequence number" does not say how. Here p1 has the
 *       numbers 1, N+1, 2N+1, p2 has 2, N+2, 2N+2, and so on.
 *   <li>The page has no answers. Here a promise tells what was accepted, and a proposer proposes in
 *       an instance the value of the highest number that it is told, if there is one; a gap below
 *       is filled with nil. Who is asked for less than it promised answers with n_max.
 *   <li>The page has no learners. Here the proposer counts who accepted, and tells all what is
 *       chosen; values wait until there is no gap before them.
 *   <li>Who leads is left open. Here it is the owner of the highest number that one has heard of.
 *       Who wants to propose and has heard of none takes its own; if the owner is suspected, the
 *       process of the lowest rank that is not takes a higher one, and the others tell it which
 *       number that has to be above. Who does not lead hands its values to whoever does, and gives
 *       up the number that it had.
 *   <li>Catching up is left open. Here a promise tells what its sender has not learned, and who
 *       prepared tells it that; so does a rejection, for a proposal that overtakes its preparation
 *       leaves no more to promise. What a proposer learns while it prepares, it tells all.
 *   <li>A value may be chosen in two instances, when leaders change. Who executes values as
 *       commands has to number them.
 *   <li>The state grows: acceptors and learners forget nothing.
 * </ol>
 *
 * <p>A process is its own acceptor and learner without a message.
 */
public class MultiPaxos extends Component<MultiPaxos.S> {
  /**
   * The state.
   *
   * @param highest the highest number that it has heard of, promised or not
   * @param own the values that were proposed here and are not learned
   * @param others the values that it was handed as the leader and that are not learned
   * @param handedTo the number whose owner was handed the own values
   */
  public record S(
      Acceptor acceptor,
      Proposer proposer,
      Learner learner,
      long highest,
      ValueSet own,
      ValueSet others,
      long handedTo,
      ProcessSet suspected) {}

  protected Acceptor acceptor;
  protected Proposer proposer;
  protected Learner learner;
  protected long highest;
  protected ValueSet own;
  protected ValueSet others;
  protected long handedTo;
  protected ProcessSet suspected;

  public MultiPaxos(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    acceptor = Acceptor.NEW;
    proposer = Proposer.IDLE;
    learner = Learner.NEW;
    highest = Numbers.NONE;
    own = ValueSet.EMPTY;
    others = ValueSet.EMPTY;
    handedTo = Numbers.NONE;
    suspected = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Propose(var value) -> propose(value);
      case Suspect(int p) -> suspect(suspected.with(p));
      case Restore(int p) -> suspect(suspected.without(p));
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
      handedTo = Numbers.NONE;
    }
  }

  private void suspect(ProcessSet now) {
    suspected = now;
    tellSuccessor();
  }

  private void hear(long number) {
    if (number > highest) {
      highest = number;
      proposer = Proposer.IDLE;
      others = ValueSet.EMPTY;
      tellSuccessor();
    }
  }

  /** Departure 6: who is to take over may not have heard of that number. */
  private void tellSuccessor() {
    if (isLeaderSuspected() && successor() != self) {
      send(new Addressed(successor(), new Rejected(highest, learner.next())));
    }
  }

  private boolean isLeaderSuspected() {
    return highest != Numbers.NONE && suspected.contains(leader());
  }

  /** The lowest rank that is not suspected; nobody suspects itself. */
  private int successor() {
    return ProcessSet.all(n).minus(suspected).first();
  }

  private void arrive(int sender, Value message) {
    switch (message) {
      case Prepare prepare -> prepare(sender, prepare);
      case Promise promise -> promise(sender, promise);
      case Proposal proposal -> proposal(sender, proposal);
      case Accepted(long number, long position) -> {
        if (number == proposer.number()) {
          proposer = proposer.acceptedBy(sender, position);
        }
      }
      case Rejected(long promised, long next) -> {
        hear(promised);
        catchUp(sender, promised, next);
      }
      case Chosen chosen -> learner = learner.with(chosen);
      case Forward(var value) -> forwarded(sender, value);
      default -> throw new IllegalStateException("Multi-Paxos has no message " + message);
    }
  }

  private void forwarded(int sender, Value value) {
    if (!leads()) {
      send(new Addressed(sender, new Rejected(highest, learner.next())));
    } else if (!learner.knows(value)) {
      others = others.with(value);
    }
  }

  private void prepare(int sender, Prepare prepare) {
    hear(prepare.number());
    if (mayPromise(prepare.number())) {
      acceptor = acceptor.promise(prepare.number());
      send(
          new Addressed(
              sender,
              new Promise(
                  prepare.number(), learner.next(), acceptor.acceptedFrom(prepare.from()))));
    } else {
      send(new Addressed(sender, new Rejected(acceptor.promised(), learner.next())));
    }
  }

  /** {@code n > n_max}. */
  protected boolean mayPromise(long number) {
    return acceptor.mayPromise(number);
  }

  private void promise(int sender, Promise promise) {
    if (promise.number() == proposer.number() && !proposer.prepared()) {
      proposer = proposer.promisedBy(sender, promise.accepted());
    }
    catchUp(sender, promise.number(), promise.next());
  }

  /** Departure 7. */
  private void catchUp(int lagging, long number, long next) {
    for (long i = next; i < learner.next() && number == proposer.number(); i++) {
      send(new Addressed(lagging, learner.chosen(i)));
    }
  }

  private void proposal(int sender, Proposal proposal) {
    hear(proposal.number());
    if (acceptor.mayAccept(proposal.number())) {
      acceptor = acceptor.accept(proposal);
      send(new Addressed(sender, new Accepted(proposal.number(), proposal.position())));
    } else {
      send(new Addressed(sender, new Rejected(acceptor.promised(), learner.next())));
    }
  }

  @Override
  protected boolean guards() {
    Chosen ready = ready();
    if (ready != null) {
      learner = learner.learning(ready);
      own = own.without(ready.value());
      others = others.without(ready.value());
      trigger(new Learn(ready.position(), ready.value()));
      return true;
    }
    Tally tally = proposer.acceptedByAtLeast(majority());
    if (tally != null) {
      proposer = proposer.without(tally);
      Chosen chosen = new Chosen(tally.position(), tally.value());
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

  /** What is chosen in the instance after the last that was learned, or null. */
  protected Chosen ready() {
    return learner.ready();
  }

  /** More than half of all. */
  protected int majority() {
    return n / 2 + 1;
  }

  protected final Numbers numbers() {
    return new Numbers(n);
  }

  private int leader() {
    return numbers().owner(highest);
  }

  private boolean leads() {
    return highest != Numbers.NONE && proposer.number() == highest;
  }

  /** Departure 6. */
  private boolean mustTakeOver() {
    if (highest == Numbers.NONE) {
      return !own.isEmpty();
    }
    return isLeaderSuspected() && successor() == self;
  }

  private void takeOver() {
    long number = nextNumber();
    highest = number;
    acceptor = acceptor.promise(number);
    long from = learner.next();
    proposer = Proposer.of(number, from).promisedBy(self, acceptor.acceptedFrom(from));
    send(new Prepare(number, from));
  }

  protected long nextNumber() {
    return numbers().above(highest, self);
  }

  private boolean lead() {
    if (!proposer.prepared()) {
      if (proposer.promises().size() < majority()) {
        return false;
      }
      proposeWhatWasReported();
      return true;
    }
    return proposeOneOf(own) || proposeOneOf(others);
  }

  private boolean proposeOneOf(ValueSet values) {
    for (Value value : values) {
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
    long last = Math.max(before.lastInstance(), learner.lastInstance());
    for (long i = before.from(); i <= last; i++) {
      if (learner.knows(i)) { // departure 7
        send(learner.chosen(i));
      } else {
        propose(i, valueOf(Proposals.of(before.reported(), i)));
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

  private void propose(long position, Value value) {
    Proposal proposal = new Proposal(proposer.number(), position, value);
    proposer = proposer.proposing(position, value).acceptedBy(self, position);
    acceptor = acceptor.accept(proposal);
    send(proposal);
  }

  /** Departure 6: somebody else leads. */
  private boolean handOver() {
    if (handedTo == highest || own.isEmpty()) {
      return false;
    }
    handedTo = highest;
    own.forEach(value -> send(new Addressed(leader(), new Forward(value))));
    return true;
  }

  @Override
  public S save() {
    return new S(acceptor, proposer, learner, highest, own, others, handedTo, suspected);
  }

  @Override
  public void load(S state) {
    acceptor = state.acceptor;
    proposer = state.proposer;
    learner = state.learner;
    highest = state.highest;
    own = state.own;
    others = state.others;
    handedTo = state.handedTo;
    suspected = state.suspected;
  }
}
