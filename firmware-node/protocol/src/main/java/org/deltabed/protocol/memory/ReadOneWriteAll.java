package org.deltabed.protocol.memory;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R2: read-one write-all, which implements a (1, N) regular register (rr, onrr).
 *
 * <p>A write returns when everybody that is not detected has the value; a read returns what the
 * reader itself has.
 *
 * <p><b>Events.</b> Requests {@code <Read>} and {@code <Write, v>}; indications {@code <ReadReturn,
 * v>} and {@code <WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. Validity: a read that is not concurrent with a write returns the last value
 * written; a read that is concurrent with a write returns the last value written or the value
 * concurrently written. It is not atomic: while a write is under way one reader may have the new
 * value already, and another, later, the old one.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. One process writes; each has one operation open at a time. If P is not
 * accurate, validity is lost.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Regular register; dependable-systems-notes, 5.1
 * REGULAR register implementation in fail-stop model.
 *
 * <p><b>In slots.</b> A write takes the writer's slot and the n-1 after it, in which the others
 * acknowledge, and a cycle more where one of them crashes. A read takes none.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The second page sets {@code val ← 1} at first, which nobody wrote: it is ⊥, read as a
 *       digit.
 *   <li>Acknowledgements carry no number on the pages. They need none here, and only here: a write
 *       is over when all that are correct have acknowledged it, so those that come later are of
 *       processes that are not waited for. Where a majority is enough this does not hold; see R3.
 *   <li>An acknowledgement that comes when no write is open is dropped; on the page it stays in
 *       {@code writeset} until the next write, where it is of a crashed process.
 *   <li>The first page says that this is a (1, 1) atomic register as well, and proves validity with
 *       "another concurrent Write": that rests on one writer, which has one write open.
 *   <li>The bus is a broadcast: what the page sends to one process by a perfect link is addressed
 *       to it, and the others drop it.
 * </ol>
 */
public class ReadOneWriteAll extends Component<ReadOneWriteAll.S> {
  /** The state. */
  public record S(Value val, ProcessSet correct, ProcessSet writeset, Doing doing) {}

  private static final String BEB = "beb";

  protected Value val;
  protected ProcessSet correct;
  protected ProcessSet writeset;
  protected Doing doing;

  public ReadOneWriteAll(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    val = new Nil(); // departure 1
    correct = ProcessSet.all(n);
    writeset = ProcessSet.EMPTY;
    doing = Doing.NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <crash, pi> do
      case Crash(int p) -> crash(p);
      // upon event <Read> do
      case Read() -> trigger(new ReadReturn(val));
      // upon event <Write, v> do
      case Write(var v) -> {
        doing = Doing.WRITING;
        trigger(BEB, new Broadcast(new Store(0, 0, 0, v)));
      }
      // upon event <bebDeliver, pj, [Write, v]> do
      case Deliver(int p, Store(long _, long _, int _, var v)) -> {
        val = v;
        trigger(BEB, new Broadcast(new Addressed(p, new Stored(0))));
      }
      // upon event <pp2pDeliver, pj, ACK> do
      case Deliver(int p, Addressed(int to, Stored _)) -> {
        if (to == self && doing == Doing.WRITING) { // departure 3
          writeset = writeset.with(p);
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected void crash(int p) {
    correct = correct.without(p);
  }

  /** {@code correct ⊆ writeset}. */
  protected boolean allHaveIt() {
    return correct.isSubsetOf(writeset);
  }

  @Override
  protected boolean guards() {
    // upon correct ⊆ writeset do
    if (doing == Doing.WRITING && allHaveIt()) {
      writeset = ProcessSet.EMPTY;
      doing = Doing.NOTHING;
      trigger(new WriteReturn());
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(val, correct, writeset, doing);
  }

  @Override
  public void load(S state) {
    val = state.val;
    correct = state.correct;
    writeset = state.writeset;
    doing = state.doing;
  }
}
