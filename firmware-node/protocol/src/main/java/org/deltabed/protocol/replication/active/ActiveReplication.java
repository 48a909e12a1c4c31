package org.deltabed.protocol.replication.active;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;
import org.deltabed.protocol.replication.Account;

/**
 * S3: active replication (ar).
 *
 * <p>A client sends its operation to all servers. They agree on what to execute next, execute it
 * each, and answer. Of f+1 equal answers one is a correct server's, and that is the response.
 *
 * <p><b>Events.</b> Request {@code <Execute, op>}, the page's {@code execute_operation}, of a
 * client; indication {@code <Output, response>}, the page's {@code operation_completed}; a server
 * indicates each operation that it executes. A response comes with its client and its operation.
 *
 * <p><b>Properties.</b> Termination: every operation of a correct client is completed.
 * Linearizability: the responses are those of the one object, to which each operation is applied at
 * most once, between its request and its completion. Agreement: of two correct servers one has
 * executed a beginning of what the other has, in the same order and with the same responses; and in
 * the end all the same.
 *
 * <p><b>Assumptions.</b> Synchronous. Of M servers fewer than a third are Byzantine; clients crash
 * and do nothing worse; f bounds both together. Authenticated links. Roles by rank: the first M =
 * 3k+1 processes are servers, the one or two that are left are clients.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks; {@code ic[k]}: InteractiveConsistency, one
 * instance for each decision.
 *
 * <p><b>Source.</b> active-replication-exercise, Ex 7 and its solution.
 *
 * <p><b>In slots.</b> The servers have the operation after the client's slot; the first decision
 * takes f+1 rounds, and the answers one more.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code response ← response ∪ {j}} counts who has answered, whatever the answer was, and to
 *       whatever operation: an answer to the last operation that comes late counts for this one,
 *       and a Byzantine server's wrong answer counts with a correct one's. No result is ever
 *       returned. Here answers have the operation's number, and f+1 equal ones are asked for.
 *   <li>{@code propose(candidate)} has no instance: the second consensus and the first are one.
 *       Here decision k has instance {@code ic[k]}.
 *   <li>A server that has nothing pending does not propose, and consensus terminates only if all
 *       correct ones do. Here it joins an instance that another has begun, with nothing.
 *   <li>{@code select_from(pending)} proposes one candidate, and nothing says that what is decided
 *       was ever requested: a Byzantine server may propose what no client asked for. Here a server
 *       proposes all that is pending, and executed is what f+1 servers have proposed, of whom one
 *       is correct and has it from the client itself.
 *   <li>{@code when pending is not empty} proposes for ever an operation that a client which
 *       crashed has sent to one server alone. Here a server begins a decision only with something
 *       that it has not proposed before; who joins proposes everything. So an operation is executed
 *       at the latest in the decision that the (f+1)st correct server begins which has it.
 *   <li>The decided operation is executed whether it has been executed before or not: {@code <op,
 *       j>} may be pending again when it comes to one server late. Here a client numbers its
 *       operations, and an old number is executed by nobody.
 *   <li>{@code else trigger abort(op)} stands in the loop over the servers. A client that waits
 *       keeps the operation here and begins it later.
 *   <li>The object X is left open; here it is the {@link Account} of S1.
 * </ol>
 */
public class ActiveReplication extends Component<ActiveReplication.S> {
  /**
   * The state; the first seven are a server's, the others a client's.
   *
   * @param state of the object
   * @param pending operations of clients that are not executed yet, as {@code [client [seq op]]}
   * @param offered what of it this server has proposed already
   * @param executed by client's rank-1 the number of its last operation
   * @param decision the number of the next one
   * @param running whether this server has proposed in it
   * @param begun the last decision that somebody has begun
   * @param waiting operations that the client is to begin
   * @param seq the number of the client's last operation
   * @param busy whether it is not completed yet
   * @param operation the last one
   * @param answers to it, as {@code [server response]}
   */
  public record S(
      Account state,
      ValueSet pending,
      ValueSet offered,
      List<Long> executed,
      int decision,
      boolean running,
      int begun,
      List<Value> waiting,
      long seq,
      boolean busy,
      Value operation,
      ValueSet answers) {}

  private static final String AL = "al";
  private static final String IC = "ic";

  protected Account state;
  protected ValueSet pending;
  protected ValueSet offered;
  protected List<Long> executed;
  protected int decision;
  protected boolean running;
  protected int begun;
  protected List<Value> waiting;
  protected long seq;
  protected boolean busy;
  protected Value operation;
  protected ValueSet answers;

  public ActiveReplication(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    state = Account.EMPTY;
    pending = ValueSet.EMPTY;
    offered = ValueSet.EMPTY;
    executed = Collections.nCopies(n, 0L);
    decision = 1;
    running = false;
    begun = 0;
    waiting = List.of();
    seq = 0;
    busy = false;
    operation = Sequence.of();
    answers = ValueSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    throw unexpected(event);
  }

  @Override
  protected void upon(String use, int instance, Event event) {
    switch (event) {
      // upon event execute_operation(op)
      case Execute(var op) -> {
        List<Value> more = new ArrayList<>(waiting);
        more.add(op);
        waiting = List.copyOf(more);
      }
      case Join() -> begun = instance <= decision + 1 ? Math.max(begun, instance) : begun;
      // upon event decide(<op, j>)
      case Decide(Sequence(var proposals)) -> decide(proposals);
      // upon event pp2pDeliver(OP_REQ, op, j)
      case Deliver(int j, Numbered(long number, var op)) when Sides.isClient(j, n) ->
          request(j, number, op);
      // upon event pp2pDeliver(ACK, op, j)
      case Deliver(int j, Numbered(long number, var response)) when Sides.isServer(j, n) ->
          answered(j, number, response);
      case Deliver(int _, var _) -> {}
      default -> throw unexpected(event);
    }
  }

  /** {@code pending ← pending ∪ {<op, j>}}. */
  private void request(int client, long number, Value op) {
    if (Sides.isServer(self, n) && number > executed.get(client - 1)) {
      pending = pending.with(new Data(client, new Numbered(number, op)));
    }
  }

  private void answered(int server, long number, Value response) {
    boolean isNew = true;
    for (Value answer : answers) {
      isNew &= !(answer instanceof Data(int from, var _) && from == server);
    }
    if (busy && number == seq && isNew) {
      answers = answers.with(new Data(server, response));
    }
  }

  @Override
  protected boolean guards() {
    return propose() || complete() || begin();
  }

  /** {@code when pending is not empty and not consensus_running}. */
  private boolean propose() {
    boolean isDue = !pending.equals(offered) || begun >= decision;
    if (!Sides.isServer(self, n) || running || !isDue) {
      return false;
    }
    running = true;
    offered = pending;
    trigger(IC, decision, new Propose(new Sequence(pending.values())));
    return true;
  }

  /** Departure 4. */
  private void decide(List<Value> proposals) {
    ValueSet candidates = ValueSet.EMPTY;
    for (Value proposal : proposals) {
      for (Value candidate : proposal instanceof Sequence(var all) ? all : List.<Value>of()) {
        boolean isKnown = candidates.contains(candidate);
        if (!isKnown && proposers(proposals, candidate) >= needed()) {
          candidates = candidates.with(candidate);
        }
      }
    }
    decision = decision + 1;
    running = false;
    candidates.forEach(this::execute);
  }

  /** One of so many is correct. */
  protected int needed() {
    return f + 1;
  }

  private static int proposers(List<Value> proposals, Value candidate) {
    int count = 0;
    for (Value proposal : proposals) {
      count += proposal instanceof Sequence(var all) && all.contains(candidate) ? 1 : 0;
    }
    return count;
  }

  /** {@code state ← execute(op); executed ← executed ∪ {<op, j>}; pp2pSend(ACK, op, i)}. */
  private void execute(Value candidate) {
    boolean isOperation =
        candidate instanceof Data(int j, Numbered(long number, var _))
            && Sides.isClient(j, n)
            && number > executed.get(j - 1);
    if (!isOperation) {
      return;
    }
    Data of = (Data) candidate;
    Numbered numbered = (Numbered) of.message();
    Account.Applied applied = state.apply(numbered.message());
    state = applied.state();
    List<Long> more = new ArrayList<>(executed);
    more.set(of.source() - 1, numbered.number());
    executed = List.copyOf(more);
    pending = withoutOld(pending);
    offered = withoutOld(offered);
    output(of.source(), numbered.message(), applied.response());
    trigger(AL, new Send(of.source(), new Numbered(numbered.number(), applied.response())));
  }

  /** Without what is executed. */
  private ValueSet withoutOld(ValueSet operations) {
    ValueSet open = ValueSet.EMPTY;
    for (Value each : operations) {
      boolean isOpen =
          each instanceof Data(int j, Numbered(long number, var _)) && number > executed.get(j - 1);
      open = isOpen ? open.with(each) : open;
    }
    return open;
  }

  private void output(int client, Value op, Value response) {
    trigger(new Output(new Data(client, Sequence.of(op, response))));
  }

  /** {@code when |response| > f}: departure 1. */
  private boolean complete() {
    for (Value answer : answers) {
      if (busy && answer instanceof Data(int _, var response) && isEnough(response)) {
        busy = false;
        answers = ValueSet.EMPTY;
        output(self, operation, response);
        return true;
      }
    }
    return false;
  }

  /** Whether f+1 have answered that. */
  protected boolean isEnough(Value response) {
    int equal = 0;
    for (Value answer : answers) {
      equal += answer instanceof Data(int _, var other) && other.equals(response) ? 1 : 0;
    }
    return equal > f;
  }

  /** {@code for each sj in {s1 ... sm}: pp2pSend(OP_REQ, op, i)}. */
  private boolean begin() {
    if (busy || waiting.isEmpty()) {
      return false;
    }
    seq = seq + 1;
    busy = true;
    operation = waiting.getFirst();
    waiting = List.copyOf(waiting.subList(1, waiting.size()));
    Numbered request = new Numbered(seq, operation);
    Sides.serverSet(n).forEach(server -> trigger(AL, new Send(server, request)));
    return true;
  }

  @Override
  public S save() {
    return new S(
        state, pending, offered, executed, decision, running, begun, waiting, seq, busy, operation,
        answers);
  }

  @Override
  public void load(S saved) {
    state = saved.state;
    pending = saved.pending;
    offered = saved.offered;
    executed = saved.executed;
    decision = saved.decision;
    running = saved.running;
    begun = saved.begun;
    waiting = saved.waiting;
    seq = saved.seq;
    busy = saved.busy;
    operation = saved.operation;
    answers = saved.answers;
  }
}
