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
 * S2-server: a server of PutHash, as primary and as backup (srv).
 *
 * <p>The primary has every operation performed by the backup first, takes over what the backup has
 * then, and answers. Without a backup it performs the operation itself. It waits for one operation
 * at a time, and gives up if the backup is suspected or the view changes: then the operation may
 * have been performed or not, and the client tries again.
 *
 * <p><b>Events.</b> Request {@code <srv-Execute, call>}, of a client's call that has come;
 * indication {@code <srv-Output, answer>}, a result or an error for that client.
 *
 * <p><b>Properties.</b> Those of {@link PrimaryBackupPutHash}.
 *
 * <p><b>Assumptions.</b> Crash-stop; the detector may be wrong, so a time-out says nothing of what
 * the backup did.
 *
 * <p><b>Uses.</b> {@code VS}: ViewService; {@code EP}: EventuallyPerfectFailureDetector.
 *
 * <p><b>Source.</b> primary-backup-puthash, {@code primary_puthash} and {@code backup_puthash}.
 *
 * <p><b>In slots.</b> With the backup's slot after the primary's: one cycle from the call to the
 * result; else two.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page's primary takes over {@code db[k]} and enters the one result into {@code dups}.
 *       But {@code db[k]} may hold operations whose results it never got: an earlier call that it
 *       gave up, and that the backup performed. If the backup dies then, and that client tries
 *       again, the operation takes effect twice (X05: n=5, f=1, two clients, one key, one time-out;
 *       X06 is the same with everything sent and the table thrown away). Here the backup's answer
 *       holds its {@code db} and {@code dups} as they belong together, and the primary takes over
 *       both. For one key alone this would not do: {@code dups} speaks of all keys.
 *   <li>Calls have numbers, so that the answer to a call that was given up is not taken for that to
 *       a later one. The page gets that from RPC.
 *   <li>"if there is a backup": a new backup has nothing. The primary of a new view sends it all it
 *       has, serves nobody before that is confirmed, and acknowledges the view only then.
 *   <li>The page's lock is held while the primary waits. Here calls wait in a list meanwhile, and
 *       so do those that come to one who is no primary, or is not one yet.
 *   <li>A time-out is a suspicion of the detector, and the page's error is {@link Retry}. A primary
 *       that is refused by a backup of a later view serves nobody before it knows of that view.
 *   <li>{@code dups} grows for ever on the page. A client has one operation at a time, so its last
 *       result is enough, and what is older than that is no longer asked for.
 * </ol>
 */
public class PutHashServer extends Component<PutHashServer.S> {
  /**
   * The state.
   *
   * @param view the view in which this server is
   * @param entering whether the backup of that view may not have what its primary has yet
   * @param later the latest view that the backup is known to be in
   * @param state db and dups
   * @param calls of clients that wait to be served
   * @param call the number of the last call to the backup
   * @param pending the client's call for which the backup was called, or nil
   */
  public record S(
      Servers view,
      boolean entering,
      int later,
      ServerState state,
      List<Value> calls,
      long call,
      Value pending) {}

  private static final String VS = "VS";
  private static final Value NOBODY = new Nil();

  protected Servers view;
  protected boolean entering;
  protected int later;
  protected ServerState state;
  protected List<Value> calls;
  protected long call;
  protected Value pending;

  public PutHashServer(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    view = Roles.firstView(n);
    entering = false;
    later = 0;
    state = ServerState.EMPTY;
    calls = List.of();
    call = 0;
    pending = NOBODY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Execute(ClientCall operation) -> wait(operation);
      case NewView(Servers next) -> enter(next);
      // if error: return error
      case Suspect(int p) -> {
        if (p == view.backup()) {
          giveUp();
        }
      }
      case Restore(int _) -> {}
      case Arrive(int src, Addressed(int to, Value message)) -> {
        if (to == self) {
          arrive(src, message);
        }
      }
      default -> throw unexpected(event);
    }
  }

  private void arrive(int src, Value message) {
    switch (message) {
      case BackupCall(int number, long c, ClientCall op) -> backupPutHash(src, number, c, op);
      case BackupResult result -> performed(result);
      case Refused(int number, long c) -> refused(number, c);
      case Transfer(int number, ServerState all) -> take(src, number, all);
      case Transferred(int number) -> transferred(number);
      default -> throw unexpected(new Arrive(src, message));
    }
  }

  /** {@code hold global lock}, departure 4. */
  protected void wait(ClientCall operation) {
    if (!calls.contains(operation) && !operation.equals(pending)) {
      List<Value> more = new ArrayList<>(calls);
      more.add(operation);
      calls = List.copyOf(more);
    }
  }

  @Override
  protected boolean guards() {
    boolean isPrimary = view.primary() == self && !entering && view.number() >= later;
    if (!isPrimary || !pending.equals(NOBODY) || calls.isEmpty()) {
      return false;
    }
    ClientCall first = (ClientCall) calls.getFirst();
    calls = calls.subList(1, calls.size()).stream().toList();
    primaryPutHash(first);
    return true;
  }

  private void primaryPutHash(ClientCall operation) {
    // if (client_id, seq) in dups: return dups[(client_id, seq)]
    Result known = known(operation);
    if (known != null) {
      answer(known);
    } else if (isPast(operation)) {
      return; // departure 6
    } else if (view.backup() != 0) {
      call = call + 1;
      pending = operation;
      send(new Addressed(view.backup(), new BackupCall(view.number(), call, operation)));
    } else {
      state = performing(operation);
      answer(state.replyTo(operation));
    }
  }

  /** {@code dups[(client_id, seq)]}, or null. */
  protected Result known(ClientCall operation) {
    return state.replyTo(operation);
  }

  /** {@code db[k] = hash(db[k] + v)}, and the result is entered. */
  protected ServerState performing(ClientCall operation) {
    return state.perform(operation);
  }

  private boolean isPast(ClientCall operation) {
    Result last = state.last(operation.client());
    return last != null && last.seq() > operation.seq();
  }

  private void backupPutHash(int primary, int number, long c, ClientCall operation) {
    // if arg_viewnum != cur_viewnum: return error
    if (number != view.number()) {
      send(new Addressed(primary, new Refused(view.number(), c)));
      return;
    }
    // if (client_id, seq) in dups: result = dups[(client_id, seq)]
    Result result = known(operation);
    if (result == null) {
      state = performing(operation);
      result = state.replyTo(operation);
    }
    send(new Addressed(primary, new BackupResult(number, c, result, answered(operation))));
  }

  /** What the primary is sent with the result: departure 1. */
  protected Value answered(ClientCall operation) {
    return state;
  }

  /** {@code get (result, newval) from backup's reply}. */
  private void performed(BackupResult answer) {
    if (pending instanceof ClientCall && answer.call() == call && isOf(answer.view())) {
      pending = NOBODY;
      Result result = (Result) answer.reply();
      takeOver(result, answer.state());
      answer(result);
    }
  }

  private boolean isOf(int number) {
    return number == view.number();
  }

  /** Departure 1: {@code db} and {@code dups} of the backup. */
  protected void takeOver(Result result, Value taken) {
    state = (ServerState) taken;
  }

  private void refused(int number, long c) {
    if (c == call && number > view.number()) {
      later = Math.max(later, number);
      giveUp();
    }
  }

  /** {@code return error}: the client's call may have been performed, or not. */
  private void giveUp() {
    if (pending instanceof ClientCall operation) {
      pending = NOBODY;
      trigger(new Output(new Retry(operation.client(), operation.seq())));
    }
  }

  protected final void answer(Result result) {
    trigger(new Output(result));
  }

  /** Departure 3: a new view. */
  private void enter(Servers next) {
    if (next.number() <= view.number()) {
      return; // known by its transfer
    }
    giveUp();
    view = next;
    entering = true;
    if (view.primary() != self) {
      return;
    }
    if (view.backup() == 0) {
      serve();
    } else {
      send(new Addressed(view.backup(), new Transfer(view.number(), state)));
    }
  }

  /** The primary of a view that may be new sends what it has. */
  private void take(int primary, int number, ServerState all) {
    if (number >= view.number()) {
      giveUp();
      view = new Servers(number, primary, self);
      state = all;
      send(new Addressed(primary, new Transferred(number)));
    }
  }

  private void transferred(int number) {
    if (isOf(number)) {
      serve();
    }
  }

  private void serve() {
    entering = false;
    trigger(VS, new Acknowledge(view.number()));
  }

  @Override
  public S save() {
    return new S(view, entering, later, state, calls, call, pending);
  }

  @Override
  public void load(S saved) {
    view = saved.view;
    entering = saved.entering;
    later = saved.later;
    state = saved.state;
    calls = saved.calls;
    call = saved.call;
    pending = saved.pending;
  }
}
