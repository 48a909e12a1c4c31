package org.deltabed.protocol.memory;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Held;
import org.deltabed.protocol.Query;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

/**
 * R5: read-impose write-majority, which implements a (1, N) atomic register (onar).
 *
 * <p>A write returns when a majority has the value. A read asks a majority, takes the value with
 * the highest timestamp, and returns it when a majority has that: whoever reads later cannot find
 * an older one.
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
 * <p><b>Assumptions.</b> Fail-silent: crash-stop, N &gt; 2f, no detector, best-effort broadcast.
 * One process writes; each has one operation open at a time.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Atomic register - Majority Algorithm;
 * dependable-systems-notes, 5.4 Make Algorithm ATOMIC.
 *
 * <p><b>In slots.</b> A write takes the writer's slot and those of the next ⌊n/2⌋ processes; a read
 * takes two such rounds of messages, each from the reader's own slot on.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>5.4 has {@code send message [RACK, ts']} within {@code if ts' > ts then}: who has the value
 *       already, the reader itself if not others, says nothing, and no read that imposes what a
 *       majority has ever returns: n=1, f=0. It is sent in any case.
 *   <li>5.4 tells acknowledgements by timestamp, {@code rts' = rts}, and the other page by {@code
 *       rid}. A late acknowledgement of an earlier read of the same value is then taken for one of
 *       this: its sender does have the value, so no harm is done. By {@code rid} here.
 *   <li>5.4 stores {@code (ts', v')} where the message has {@code val'}, and triggers {@code
 *       onrr-ReadResponse} where the register is onar.
 *   <li>Answers that come when a majority was there are counted again on the page, from 0: fewer
 *       than a majority are left, so nothing comes of it, and the page does not say so. Here they
 *       are dropped.
 *   <li>{@code readlist} is kept as how many are in it and the highest of them: nothing else is
 *       asked of it.
 *   <li>The bus is a broadcast: what the page sends to one process by a perfect link is addressed
 *       to it, and the others drop it.
 * </ol>
 */
public class ReadImposeWriteMajority extends Component<ReadImposeWriteMajority.S> {
  /**
   * The state.
   *
   * @param held the page's {@code (ts, val)}
   * @param answers {@code #(readlist)}
   * @param highest {@code highest(readlist)}, later {@code (maxts, readval)}
   * @param doing tells {@code reading}, and what is awaited
   */
  public record S(
      Version held, long wts, int acks, long rid, int answers, Version highest, Doing doing) {}

  private static final String BEB = "beb";

  protected Version held;
  protected long wts;
  protected int acks;
  protected long rid;
  protected int answers;
  protected Version highest;
  protected Doing doing;

  public ReadImposeWriteMajority(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    held = Version.NONE;
    wts = 0;
    acks = 0;
    rid = 0;
    answers = 0;
    highest = Version.NONE;
    doing = Doing.NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <onar, Read> do
      case Read() -> {
        rid = rid + 1;
        doing = Doing.READING;
        trigger(BEB, new Broadcast(new Query(rid)));
      }
      // upon event <onar, Write, v> do
      case Write(var v) -> {
        rid = rid + 1;
        wts = wts + 1;
        doing = Doing.WRITING;
        trigger(BEB, new Broadcast(new Store(rid, new Version(wts, 0, v))));
      }
      // upon event <bebDeliver, p, [READ, r]> do
      case Deliver(int p, Query(long r)) -> plSend(p, new Held(r, held));
      // upon event <bebDeliver, p, [WRITE, r, ts', v']> do
      case Deliver(int p, Store stored) -> store(p, stored.op(), stored.version());
      // upon event <plDeliver, q, m> do
      case Deliver(int _, Addressed(int to, var m)) -> {
        if (to == self) {
          plDeliver(m);
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected void store(int p, long r, Version version) {
    held = held.orNewer(version);
    plSend(p, new Stored(r)); // departure 1
  }

  private void plDeliver(Value message) {
    switch (message) {
      // upon event <plDeliver, q, [VALUE, r, ts', v']> such that r = rid do
      case Held value when doing == Doing.READING && value.op() == rid -> {
        answers = answers + 1;
        highest = highest.orNewer(value.version());
        if (isMajority(answers)) {
          answers = 0;
          impose();
        }
      }
      // upon event <plDeliver, q, [ACK, r]> such that r = rid do
      case Stored(long r) when awaitsAcks() && isForThis(r) -> {
        acks = acks + 1;
        if (isMajority(acks)) {
          complete();
        }
      }
      default -> {} // departure 4
    }
  }

  /** {@code trigger <bebBroadcast, [WRITE, rid, maxts, readval]>}. */
  protected void impose() {
    doing = Doing.IMPOSING;
    trigger(BEB, new Broadcast(new Store(rid, highest)));
  }

  private boolean awaitsAcks() {
    return doing == Doing.IMPOSING || doing == Doing.WRITING;
  }

  /** {@code such that r = rid}. */
  protected boolean isForThis(long r) {
    return r == rid;
  }

  /** {@code > N/2}. */
  protected boolean isMajority(int processes) {
    return 2 * processes > n;
  }

  protected final void complete() {
    boolean reading = doing != Doing.WRITING;
    Value readval = highest.value();
    acks = 0;
    highest = Version.NONE;
    doing = Doing.NOTHING;
    trigger(reading ? new ReadReturn(readval) : new WriteReturn());
  }

  private void plSend(int to, Value message) {
    trigger(BEB, new Broadcast(new Addressed(to, message)));
  }

  @Override
  public S save() {
    return new S(held, wts, acks, rid, answers, highest, doing);
  }

  @Override
  public void load(S state) {
    held = state.held;
    wts = state.wts;
    acks = state.acks;
    rid = state.rid;
    answers = state.answers;
    highest = state.highest;
    doing = state.doing;
  }
}
