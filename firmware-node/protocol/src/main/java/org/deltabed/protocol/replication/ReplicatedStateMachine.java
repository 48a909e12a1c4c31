package org.deltabed.protocol.replication;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;

/**
 * S1: replicated state machine from total order broadcast (rsm).
 *
 * <p>Commands are broadcast in total order, and every process applies them to its own copy of a
 * deterministic state machine as they come.
 *
 * <p><b>Events.</b> Request {@code <rsm-Execute, command>}; indication {@code <rsm-Output,
 * response>}, at every process, of every command.
 *
 * <p><b>Properties.</b> Termination: if a correct process executes a command, then the process
 * eventually also outputs a response (for that command). Agreement: all correct processes output
 * the same sequence of responses. Validity: a process outputs only responses for commands that were
 * executed, one for each, and they are those of the state machine that is given these commands in
 * this order. The page lacks it: without it, no process need ever apply anything.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P below
 * total order broadcast. F is deterministic.
 *
 * <p><b>Uses.</b> {@code tob}: TotalOrderBroadcast.
 *
 * <p><b>Source.</b> dependable-systems-notes, 8.7 State-Machine Replication and 8.8 From
 * Total-Order Broadcast to Replicated State-Machine.
 *
 * <p><b>In slots.</b> Those of total order broadcast: the response is output when the command is
 * delivered.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code F} and its first state {@code ⊥} are left open; here an {@link Account}. F has to be
 *       deterministic, which the page does not say: if it draws lots, equal commands in equal order
 *       give unequal states.
 *   <li>Every process outputs every response, as agreement on the sequence asks, and a response
 *       does not say what it answers: the process that asked cannot find its own. Here a response
 *       comes with the command and with who executed it.
 *   <li>Total order broadcast takes it that no process broadcasts the same twice, and drops the
 *       second: of two equal commands of one process one would be applied. Here a process numbers
 *       its commands.
 *   <li>The comments of the events ("proposes v", "decides for v") are left over from consensus.
 *   <li>The agreement is about correct processes, and so is that of the broadcast below. A process
 *       may answer its client, crash, and the others never apply the command, or another before it:
 *       whose answer leaves the group needs uniform total order broadcast below.
 * </ol>
 */
public class ReplicatedStateMachine extends Component<ReplicatedStateMachine.S> {
  /** The state; {@code executed} counts the own commands. */
  public record S(Account state, long executed) {}

  protected static final String TOB = "tob";

  protected Account state;
  protected long executed;

  public ReplicatedStateMachine(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    state = Account.EMPTY;
    executed = 0;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon <rsm-EXECUTE | cmd> do
      case Execute(var command) -> execute(command);
      // upon <tob-DELIVER | p, cmd> do
      case Deliver(int p, Numbered(long number, var command)) -> apply(p, command);
      default -> throw unexpected(event);
    }
  }

  protected void execute(Value command) {
    executed = executed + 1;
    trigger(TOB, new Broadcast(new Numbered(executed, command))); // departure 3
  }

  /** {@code (r, state) ← F(cmd, state)}. */
  protected void apply(int p, Value command) {
    Account.Applied applied = state.apply(command);
    state = applied.state();
    output(p, command, applied.response());
  }

  /** Departure 2: with what it answers. */
  protected void output(int p, Value command, Value response) {
    trigger(new Output(new Data(p, Sequence.of(command, response))));
  }

  @Override
  public S save() {
    return new S(state, executed);
  }

  @Override
  public void load(S saved) {
    state = saved.state;
    executed = saved.executed;
  }
}
