package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.Quorums;

/**
 * S5: PBFT, a replicated state machine that bears Byzantine replicas: the client.
 *
 * <p>The client sends its request to all replicas, and takes a response that f + 1 of them give.
 * Every process is a client and a {@link Replica}.
 *
 * <p><b>Events.</b> Request {@code <Execute, command>}; indication {@code <Output, response>}, at
 * the client.
 *
 * <p><b>Properties.</b> Of the replicas: Agreement: no two correct replicas execute different
 * requests at one sequence number. At most once: no correct replica executes a request twice.
 * Validity: what is executed for a correct client was asked by it. Order: every correct replica
 * executes in the order of sequence numbers. Of the clients: Answers: what a correct client outputs
 * is the response of a correct replica to its command. Termination: a correct client that executes
 * a command eventually outputs a response. The exercise names none.
 *
 * <p><b>Assumptions.</b> Byzantine, N &gt; 3f; authenticated links, signatures; for termination
 * alone, partial synchrony: in the end everything comes in time.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks; {@code replica}: the {@link Replica}, with links
 * of its own and a timer.
 *
 * <p><b>Source.</b> multipaxos-pbft-exercise, PBFT.
 *
 * <p><b>In slots.</b> A request takes five steps: to the replicas, pre-prepare, prepare, commit,
 * reply; each a cycle at most where it fits into a frame.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page has the slides' rule for n = 3f + 1, "accepted pre-prepare and 2f prepare
 *       messages", and the exercise's for n = kf + 1, "accepted pre-prepare and quorum prepare
 *       messages". They differ by one: the pre-prepare is the primary's prepare, and 2f and it are
 *       the quorum of 2f + 1. Were it not counted, f silent backups would leave n − f − 1 who
 *       prepare, which is one too few: nothing would ever be executed. Here the quorum counts the
 *       primary.
 *   <li>The size of a quorum of n = kf + 1 is left open: {@link Quorums}.
 *   <li>"Collect so many servers in prepare-state, that there is no place for any other action"
 *       holds within a view. That a later view keeps what was committed needs the commit messages
 *       and the view change, which the page leaves out; they are as PBFT has them, with signatures.
 *   <li>A new view tells the view changes alone: what has which number follows from them, so that
 *       the new primary cannot tell it wrongly.
 *   <li>The page has no clients. Here a client has one request at a time, numbers and signs it, and
 *       sends it to all. A backup does not hand it on to the primary, as in PBFT: a Byzantine
 *       client that leaves a correct primary out makes the others leave that primary, whose
 *       time-outs then are twice as long.
 *   <li>A replica that missed a stable checkpoint fetches the state that the checkpoint proves.
 *   <li>The time-out doubles whenever it ran out, and is never made shorter again.
 *   <li>A replica owes its clients their answers, and not that it executes what others have: of
 *       those, f may be far behind until the next checkpoint is stable.
 *   <li>A process tells itself nothing by message.
 * </ol>
 */
public class Pbft extends Component<Pbft.S> {
  /**
   * The state.
   *
   * @param waiting commands whose turn is to come
   * @param number that of the last request
   * @param asked its command, or null when it has been answered
   * @param replies who gave which response to it, once each
   */
  public record S(List<Value> waiting, long number, Value asked, List<Data> replies) {}

  private static final String AL = "al";
  private static final String REPLICA = "replica";

  protected List<Value> waiting;
  protected long number;
  protected Value asked;
  protected List<Data> replies;

  public Pbft(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    waiting = List.of();
    number = 0;
    asked = null;
    replies = List.of();
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Execute(var command) -> {
        List<Value> more = new ArrayList<>(waiting);
        more.add(command);
        waiting = List.copyOf(more);
      }
      case Deliver(int _, Statement request) -> trigger(REPLICA, new Order(request));
      case Deliver(int q, Reply(long answered, var response)) -> reply(q, answered, response);
      case Deliver(int _, var _) -> {} // what no correct process says
      case Executed(long _, Data(int client, Numbered(long answered, var _)), var response) -> {
        if (client == self) {
          reply(self, answered, response);
        } else {
          trigger(AL, new Send(client, new Reply(answered, response)));
        }
      }
      default -> throw unexpected(event);
    }
  }

  private void reply(int q, long answered, Value response) {
    boolean isFirst = replies.stream().noneMatch(r -> r.source() == q);
    if (asked != null && answered == number && isFirst) {
      List<Data> more = new ArrayList<>(replies);
      more.add(new Data(q, response));
      replies = List.copyOf(more);
    }
  }

  @Override
  protected boolean guards() {
    if (asked == null) {
      return !waiting.isEmpty() && ask();
    }
    for (Data reply : replies) {
      long same = replies.stream().filter(r -> r.message().equals(reply.message())).count();
      if (same >= repliesNeeded()) {
        Value command = asked;
        asked = null;
        replies = List.of();
        trigger(new Output(new Data(self, Sequence.of(command, reply.message()))));
        return true;
      }
    }
    return false;
  }

  /** f + 1: one of them is correct. */
  protected int repliesNeeded() {
    return new Quorums(n, f).withCorrectOne();
  }

  private boolean ask() {
    asked = waiting.getFirst();
    waiting = List.copyOf(waiting.subList(1, waiting.size()));
    number = number + 1;
    Statement request = Requests.request(self, number, asked, crypto);
    for (int q = 1; q <= n; q++) {
      if (q != self) {
        trigger(AL, new Send(q, request));
      }
    }
    trigger(REPLICA, new Order(request));
    return true;
  }

  @Override
  public S save() {
    return new S(waiting, number, asked, replies);
  }

  @Override
  public void load(S state) {
    waiting = state.waiting;
    number = state.number;
    asked = state.asked;
    replies = state.replies;
  }
}
