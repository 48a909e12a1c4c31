package org.deltabed.protocol.memory;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R4: read-impose write-all, which implements a (1, N) atomic register (onar).
 *
 * <p>A write returns when everybody that is not detected has the value. So does a read: it takes
 * the reader's own value and makes sure first that nobody has an older one.
 *
 * <p><b>Events.</b> Requests {@code <onar, Read>} and {@code <onar, Write, v>}; indications {@code
 * <onar, ReadReturn, v>} and {@code <onar, WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. Validity: a read that is not concurrent with a write returns the last value
 * written; a read that is concurrent with a write returns the last value written or the value
 * concurrently written. Ordering: if a read returns a value v and a subsequent read returns a value
 * w, then the write of w does not precede the write of v. Together: linearizability.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. One process writes; each has one operation open at a time. If P is not
 * accurate, validity and ordering are lost.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Atomic register.
 *
 * <p><b>In slots.</b> An operation takes the slot of its process and the n-1 after it, in which the
 * others acknowledge, and a cycle more where one of them crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>An acknowledgement that comes when no operation is open is dropped; see R2, also for why
 *       none needs a number.
 *   <li>The page's "none of these 2 algorithms" says nothing of a crash of the writer between two
 *       readers: then a read of R2 returns the new value and every later one elsewhere the old one.
 *       Here whoever reads the new value brings it to all before it returns.
 *   <li>{@code trigger <onarReadReturn, readval>} lacks the comma that its other events have.
 *   <li>The bus is a broadcast: what the page sends to one process by a perfect link is addressed
 *       to it, and the others drop it.
 * </ol>
 */
public class ReadImposeWriteAll extends Component<ReadImposeWriteAll.S> {
  /**
   * The state.
   *
   * @param held the page's {@code (ts, val)}
   * @param readval null while no read is open
   * @param doing tells {@code reading}
   */
  public record S(
      Version held, ProcessSet correct, ProcessSet writeset, Value readval, Doing doing) {}

  private static final String BEB = "beb";

  protected Version held;
  protected ProcessSet correct;
  protected ProcessSet writeset;
  protected Value readval;
  protected Doing doing;

  public ReadImposeWriteAll(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    held = Version.NONE;
    correct = ProcessSet.all(n);
    writeset = ProcessSet.EMPTY;
    readval = null;
    doing = Doing.NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <crash, p> do
      case Crash(int p) -> crash(p);
      // upon event <onar, Read> do
      case Read() -> read();
      // upon event <onar, Write, v> do
      case Write(var v) -> {
        doing = Doing.WRITING;
        trigger(BEB, new Broadcast(new Store(0, next(v))));
      }
      // upon event <bebDeliver, p, [WRITE, ts', v']> do
      case Deliver(int p, Store written) -> {
        store(written.version());
        trigger(BEB, new Broadcast(new Addressed(p, new Stored(0))));
      }
      // upon event <plDeliver, p, [ACK]> then
      case Deliver(int p, Addressed(int to, Stored _)) -> {
        if (to == self && doing != Doing.NOTHING) { // departure 1
          writeset = writeset.with(p);
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected void crash(int p) {
    correct = correct.without(p);
  }

  protected void read() {
    doing = Doing.IMPOSING;
    readval = held.value();
    trigger(BEB, new Broadcast(new Store(0, held)));
  }

  /** {@code [WRITE, ts + 1, v]}. */
  protected Version next(Value v) {
    return new Version(held.ts() + 1, 0, v);
  }

  /** {@code if ts' > ts then (ts, val) := (ts', v')}. */
  protected void store(Version version) {
    held = held.orNewer(version);
  }

  /** {@code correct ⊆ writeset}. */
  protected boolean allHaveIt() {
    return correct.isSubsetOf(writeset);
  }

  @Override
  protected boolean guards() {
    // upon correct ⊆ writeset do
    if (doing != Doing.NOTHING && allHaveIt()) {
      boolean reading = doing == Doing.IMPOSING;
      Value read = readval;
      writeset = ProcessSet.EMPTY;
      readval = null;
      doing = Doing.NOTHING;
      trigger(reading ? new ReadReturn(read) : new WriteReturn());
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(held, correct, writeset, readval, doing);
  }

  @Override
  public void load(S state) {
    held = state.held;
    correct = state.correct;
    writeset = state.writeset;
    readval = state.readval;
    doing = state.doing;
  }
}
