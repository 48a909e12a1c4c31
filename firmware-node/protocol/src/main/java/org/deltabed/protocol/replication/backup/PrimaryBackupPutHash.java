package org.deltabed.protocol.replication.backup;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.Value;

/**
 * S2: primary/backup PutHash (ph).
 *
 * <p>The client of a key-value store with a primary, a backup and a view server; at a server, what
 * lies between the clients and {@link PutHashServer}. The client sends its operation to the
 * primary, and again to whoever is primary, until there is a result.
 *
 * <p><b>Events.</b> Request {@code <PutHash, key, value>}: the key's value becomes the hash of what
 * it was with the value appended; indication {@code <PutHashReturn, previous>}, what it was.
 *
 * <p><b>Properties.</b> At-most-once: no operation takes effect more than once, and none takes
 * effect before itself. No creation: only operations that were requested take effect. One order:
 * the operations on a key that return are in one order, in which each returns the hash of all that
 * took effect before it. Linearizability: and in it no operation stands before one that had
 * returned when it was requested. Liveness: if neither the view server nor a server crashes, every
 * operation of a correct client returns; and so it does if the view server is correct, and the
 * primary of its last view, or in the first view the backup.
 *
 * <p><b>Assumptions.</b> Crash-stop, any f; an eventually perfect detector; perfect links. Roles by
 * rank: p1 is the view server, then come the servers, and the last two are clients (one, with fewer
 * than five processes). Clients may crash too, and then their operation takes effect or not.
 *
 * <p><b>Uses.</b> {@code srv}: PutHashServer; {@code VS}: ViewService; {@code EP}:
 * EventuallyPerfectFailureDetector.
 *
 * <p><b>Source.</b> primary-backup-puthash, {@code client_puthash}.
 *
 * <p><b>In slots.</b> Three cycles from request to return where nobody crashes and nobody else
 * asks.
 *
 * <p><b>Departures from the page.</b> Those of the server and of the view service, and:
 *
 * <ol>
 *   <li>{@code hash} is left open. Here it is ideal: {@link Hashed} says what went into it, so that
 *       a result tells which operations took effect, in which order and how often. That is what the
 *       page asks of a timing diagram.
 *   <li>"choose sequence id": a client counts its operations, and begins the next when the last has
 *       returned.
 *   <li>The loop {@code while True} has no pause: a client that is told to retry asks again at
 *       once, for ever. Here it sends again when there is a reason to: an error, a new view, or a
 *       suspicion of the primary, which is the client's own time-out. The view server tells
 *       everybody of each view, so nobody asks it.
 *   <li>The page has no crash-recovery: a server that comes back is a new process.
 * </ol>
 */
public class PrimaryBackupPutHash extends Component<PrimaryBackupPutHash.S> {
  /**
   * The state.
   *
   * @param view who serves, as far as this client knows
   * @param seq the number of its last operation
   * @param waiting operations that it is to begin
   * @param pending the operation that has not returned yet, or nil
   */
  public record S(Servers view, long seq, List<Value> waiting, Value pending) {}

  private static final String SRV = "srv";
  private static final Value NOTHING = new Nil();

  protected Servers view;
  protected long seq;
  protected List<Value> waiting;
  protected Value pending;

  public PrimaryBackupPutHash(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    view = Roles.firstView(n);
    seq = 0;
    waiting = List.of();
    pending = NOTHING;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case PutHash(var key, var value) -> {
        List<Value> more = new ArrayList<>(waiting);
        more.add(new Pair(key, value));
        waiting = List.copyOf(more);
      }
      // else ask view server for primary
      case NewView(Servers next) -> {
        view = next;
        callPrimary();
      }
      case Suspect(int p) -> {
        if (p == view.primary()) {
          callPrimary();
        }
      }
      case Restore(int _) -> {}
      case Arrive(int _, Addressed(int to, Value message)) -> {
        if (to == self) {
          arrive(message);
        }
      }
      case Output(Result result) -> send(new Addressed(result.client(), result));
      case Output(Retry error) -> send(new Addressed(error.client(), error));
      default -> throw unexpected(event);
    }
  }

  private void arrive(Value message) {
    switch (message) {
      case ClientCall operation -> trigger(SRV, new Execute(operation));
      case Result(int _, long of, var result) -> {
        if (isPending(of)) {
          pending = NOTHING;
          trigger(new PutHashReturn(result));
        }
      }
      case Retry(int _, long of) -> {
        if (isPending(of)) {
          callPrimary();
        }
      }
      default -> throw new IllegalStateException("no upon for " + message);
    }
  }

  private boolean isPending(long number) {
    return pending instanceof ClientCall operation && operation.seq() == number;
  }

  @Override
  protected boolean guards() {
    if (!pending.equals(NOTHING) || waiting.isEmpty()) {
      return false;
    }
    // seq = choose sequence id
    Pair first = (Pair) waiting.getFirst();
    waiting = waiting.subList(1, waiting.size()).stream().toList();
    seq = seq + 1;
    pending = new ClientCall(self, seq, first.key(), first.value());
    callPrimary();
    return true;
  }

  /** {@code send (puthash, client_id, seq, k, v) to primary}. */
  protected void callPrimary() {
    if (pending instanceof ClientCall operation && view.primary() != 0) {
      send(new Addressed(view.primary(), operation));
    }
  }

  @Override
  public S save() {
    return new S(view, seq, waiting, pending);
  }

  @Override
  public void load(S state) {
    view = state.view;
    seq = state.seq;
    waiting = state.waiting;
    pending = state.pending;
  }
}
