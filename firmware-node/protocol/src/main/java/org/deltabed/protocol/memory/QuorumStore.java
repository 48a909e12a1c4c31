package org.deltabed.protocol.memory;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Held;
import org.deltabed.protocol.Keyed;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Query;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.WriteReturn;

/**
 * R9: a key-value store with quorums of r replicas for reading and w for writing (kvs).
 *
 * <p>Every process is a replica, and a client. A put asks r replicas for their version of the key,
 * and writes a newer one to w; a get returns the newest that it hears of from r. If r + w &gt; N, a
 * get hears from one that has the last put. Of two puts at once the one with the higher version is
 * kept: the last write wins, and the other is lost without a word.
 *
 * <p>A get tells the replicas that it finds behind what it found (read repair). A replica tells all
 * others at the end of a cycle what it has newly stored (anti-entropy). Neither is waited for.
 *
 * <p><b>Events.</b> Requests {@code <get, k>} and {@code <put, k, v>}; indications {@code
 * <ReadReturn, v>} and {@code <WriteReturn>}.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. No stale read: a get returns a value that was put before or meanwhile, and
 * that no later put had replaced when the get began; regular semantics for many writers. Eventual
 * consistency: when no more is put, all gets return the same. Not owed: linearizability, as a get
 * that finds what a minority has does not wait for its repair.
 *
 * <p><b>Assumptions.</b> Crash-stop; no more than N - max(r, w) processes crash; no detector. Each
 * has one operation open at a time. The quorums are a form of the protocol, as a protocol is told
 * nothing but its rank, N and f: R9 has majorities for both, N &gt; 2f; R9-weak has r = w = 1, any
 * f &lt; N.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> dependable-systems-notes, 6.1.3 Practical Leaderless Replication and 6.2
 * Key-Value Store (KVS).
 *
 * <p><b>In slots.</b> A get takes the slot of its process and those of the next r-1; a put the same
 * and, from its process's next slot on, w slots more. Replicas are equal two cycles after that.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page says what r and w are and gives no algorithm; "semantics is not formally
 *       specified". Here it is regular, by key.
 *   <li>"Strong consistency iff r + w &gt; n": not if a writer takes its version from a clock of
 *       its own, as the last of two puts may then have the lower one (mistake R9-own-clock). It
 *       asks r replicas first, and this quorum must meet those of the puts before, as that of a get
 *       must.
 *   <li>Nor is it strong in the sense of atomic; the page has the reason below ("the reader would
 *       write").
 *   <li>"Reading clients that detect inconsistent clients" are such that detect inconsistent
 *       replicas.
 *   <li>"Replica set usually differs for each pair": here all are replicas of every pair.
 *   <li>Anti-entropy tells what is new, once, rather than compare stores for ever: a run comes to
 *       rest.
 * </ol>
 */
public class QuorumStore extends Component<QuorumStore.S> {
  /**
   * The state.
   *
   * @param store the replica's versions
   * @param fresh keys of which it has stored a version that it has not told all others
   * @param op the number of the wait, so that late answers are known
   * @param key that the open operation is about, or null
   * @param value to be put, or null
   * @param answered who answered
   * @param current those of them that have what is newest
   * @param newest the newest version of which was heard
   */
  public record S(
      VersionsByKey store,
      ValueSet fresh,
      long op,
      Value key,
      Value value,
      ProcessSet answered,
      ProcessSet current,
      Version newest,
      Doing doing) {}

  private static final String BEB = "beb";

  protected VersionsByKey store;
  protected ValueSet fresh;
  protected long op;
  protected Value key;
  protected Value value;
  protected ProcessSet answered;
  protected ProcessSet current;
  protected Version newest;
  protected Doing doing;

  public QuorumStore(Context context) {
    super(context);
  }

  /** How many replicas a read quorum has. */
  protected int r() {
    return n / 2 + 1;
  }

  /** How many replicas a write quorum has. */
  protected int w() {
    return n / 2 + 1;
  }

  @Override
  protected void init() {
    store = VersionsByKey.NONE;
    fresh = ValueSet.EMPTY;
    op = 0;
    close();
  }

  private void close() {
    key = null;
    value = null;
    answered = ProcessSet.EMPTY;
    current = ProcessSet.EMPTY;
    newest = Version.NONE;
    doing = Doing.NOTHING;
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Get(var k) -> {
        key = k;
        ask(Doing.READING);
      }
      case Put(var k, var v) -> {
        key = k;
        value = v;
        put();
      }
      case Deliver(int p, Keyed(var k, Query(long o))) -> plSend(p, new Held(o, store.of(k)));
      case Deliver(int p, Keyed(var k, Store written)) -> {
        take(k, written.version());
        plSend(p, new Stored(written.op()));
      }
      // anti-entropy
      case Deliver(int _, Keyed(var k, Version version)) -> take(k, version);
      case Deliver(int p, Addressed(int to, var m)) -> {
        if (to == self) {
          plDeliver(p, m);
        }
      }
      case CycleEnd() -> tellWhatIsFresh();
      default -> throw unexpected(event);
    }
  }

  /** Departure 2. */
  protected void put() {
    ask(Doing.CONSULTING);
  }

  private void ask(Doing what) {
    op = op + 1;
    doing = what;
    trigger(BEB, new Broadcast(new Keyed(key, new Query(op))));
  }

  private void plDeliver(int p, Value message) {
    switch (message) {
      case Held heard when heard.op() == op && doing != Doing.NOTHING -> {
        hear(p, heard.version());
        if (answered.size() >= r()) {
          enoughHeard();
        }
      }
      case Stored(long o) when o == op && doing == Doing.WRITING -> {
        answered = answered.with(p);
        if (answered.size() >= w()) {
          close();
          trigger(new WriteReturn());
        }
      }
      // read repair
      case Keyed(var k, Version version) -> take(k, version);
      default -> {} // an answer that nobody waits for any more
    }
  }

  private void hear(int p, Version version) {
    answered = answered.with(p);
    if (version.isNewerThan(newest)) {
      newest = version;
      current = ProcessSet.EMPTY;
    }
    current = version.equals(newest) ? current.with(p) : current;
  }

  private void enoughHeard() {
    if (doing == Doing.CONSULTING) {
      write(new Version(Math.max(newest.ts(), store.of(key).ts()) + 1, self, value));
      return;
    }
    ReadReturn result = new ReadReturn(result(newest));
    answered.minus(current).forEach(p -> plSend(p, new Keyed(key, newest)));
    close();
    trigger(result);
  }

  /** What a get returns of the newest version. */
  protected Value result(Version version) {
    return version.value();
  }

  /**
   * Writes the version to w replicas. The own one has it at once: where read quorums need not meet
   * write quorums, the next put may hear of nothing newer, and two values must not have one
   * version.
   */
  protected final void write(Version version) {
    op = op + 1;
    doing = Doing.WRITING;
    answered = ProcessSet.EMPTY;
    current = ProcessSet.EMPTY;
    newest = Version.NONE;
    take(key, version);
    trigger(BEB, new Broadcast(new Keyed(key, new Store(op, version))));
  }

  /** Last write wins. */
  protected void take(Value k, Version version) {
    if (version.isNewerThan(store.of(k))) {
      store = store.with(k, version);
      fresh = fresh.with(k);
    }
  }

  protected void tellWhatIsFresh() {
    fresh.forEach(k -> trigger(BEB, new Broadcast(new Keyed(k, store.of(k)))));
    fresh = ValueSet.EMPTY;
  }

  private void plSend(int to, Value message) {
    trigger(BEB, new Broadcast(new Addressed(to, message)));
  }

  @Override
  public S save() {
    return new S(store, fresh, op, key, value, answered, current, newest, doing);
  }

  @Override
  public void load(S state) {
    store = state.store;
    fresh = state.fresh;
    op = state.op;
    key = state.key;
    value = state.value;
    answered = state.answered;
    current = state.current;
    newest = state.newest;
    doing = state.doing;
  }
}
