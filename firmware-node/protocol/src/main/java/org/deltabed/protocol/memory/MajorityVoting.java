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
 * R3: majority voting, which implements a (1, N) regular register (rr, onrr).
 *
 * <p>A write returns when a majority has the value; a read returns, of the values of a majority,
 * that with the highest timestamp. Two majorities have a process in common.
 *
 * <p><b>Events.</b> Requests {@code <Read>} and {@code <Write, v>}; indications {@code <ReadReturn,
 * v>} and {@code <WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. Validity: a read that is not concurrent with a write returns the last value
 * written; a read that is concurrent with a write returns the last value written or the value
 * concurrently written. It is not atomic: a read may find a value that a minority has, and a later
 * one miss it.
 *
 * <p><b>Assumptions.</b> Fail-silent: crash-stop, N &gt; 2f, no detector, best-effort broadcast.
 * One process writes; each has one operation open at a time.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Regular register - Majority Algorithm;
 * dependable-systems-notes, 4.1.7 Implementation of an (1,N) Regular Register in Fail-Silent Mode
 * and 5.2 REGULAR register implementation in fail-silent model.
 *
 * <p><b>In slots.</b> An operation takes the slot of its process and those of the next ⌊n/2⌋.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>4.1.7 tells neither {@code [WRITE-ACK]} nor {@code [READVAL]} of one operation from those
 *       of the one before. A write that counts the late acknowledgement of the last one returns
 *       while a minority has its value, and a read that follows misses it (n=3, f=0: mistake X04).
 *       5.2 has {@code [ACK, ts']} and {@code [VAL, r, ...]}; so it is here.
 *   <li>4.1.7 stores whatever comes, {@code (val, ts) ← (v, ts')}. Messages may overtake each
 *       other, so an old value may come last (mistake R3-stores-anything). 5.2 asks {@code if ts' >
 *       ts}.
 *   <li>5.2 can be read as if {@code send message [ACK, ts']} stood within that {@code if}. One
 *       writer does no harm by it: what comes late is of a write that is over. See R5 for where it
 *       does.
 *   <li>{@code (ts, val) ← (o, ⊥)} in 5.2 is {@code (0, ⊥)}. The first page's "at least N/2 + 1" is
 *       right for even N only; "> N/2" is meant.
 *   <li>Answers that come when a majority was there are counted again on the page, from 0: fewer
 *       than a majority are left, so nothing comes of it, and the page does not say so. Here they
 *       are dropped.
 *   <li>{@code readlist} is kept as how many are in it and the highest of them: nothing else is
 *       asked of it.
 *   <li>The bus is a broadcast: what the page sends to one process by a perfect link is addressed
 *       to it, and the others drop it.
 * </ol>
 */
public class MajorityVoting extends Component<MajorityVoting.S> {
  /**
   * The state.
   *
   * @param held the page's {@code (ts, val)}
   * @param answers {@code readlist.count()}
   * @param highest {@code readlist.highestTimestampVal()}
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

  public MajorityVoting(Context context) {
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
      // upon event <Write, v> do
      case Write(var v) -> {
        wts = wts + 1;
        doing = Doing.WRITING;
        trigger(BEB, new Broadcast(new Store(wts, new Version(wts, 0, v))));
      }
      // upon event <bebDeliver, pj, [Write, ts', v']> do
      case Deliver(int p, Store written) -> {
        store(written.version());
        plSend(p, new Stored(written.op()));
      }
      // upon event <Read> do
      case Read() -> {
        rid = rid + 1;
        doing = Doing.READING;
        trigger(BEB, new Broadcast(new Query(rid)));
      }
      // upon event <bebDeliver, pj, [READ, r]> do
      case Deliver(int p, Query(long r)) -> plSend(p, new Held(r, held));
      // upon event <pp2pDeliver, pj, m> do
      case Deliver(int _, Addressed(int to, var m)) -> {
        if (to == self) {
          plDeliver(m);
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** {@code if ts' > ts then (ts, val) := (ts', v')}. */
  protected void store(Version version) {
    held = held.orNewer(version);
  }

  private void plDeliver(Value message) {
    switch (message) {
      // upon event <pp2pDeliver, pj, [ACK, ts']> such that ts' = wts do
      case Stored(long ts) when doing == Doing.WRITING && isForThis(ts) -> {
        acks = acks + 1;
        if (isMajority(acks)) {
          acks = 0;
          doing = Doing.NOTHING;
          trigger(new WriteReturn());
        }
      }
      // upon event <pp2pDeliver, pk, [VALUE, r, ts', v']> such that r = rid do
      case Held value when doing == Doing.READING && value.op() == rid -> {
        answers = answers + 1;
        highest = highest.orNewer(value.version());
        if (isMajority(answers)) {
          Value v = highest.value();
          answers = 0;
          highest = Version.NONE;
          doing = Doing.NOTHING;
          trigger(new ReadReturn(v));
        }
      }
      default -> {} // departure 5
    }
  }

  /** {@code such that ts' = wts}. */
  protected boolean isForThis(long ts) {
    return ts == wts;
  }

  /** {@code > N/2}. */
  protected boolean isMajority(int processes) {
    return 2 * processes > n;
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
