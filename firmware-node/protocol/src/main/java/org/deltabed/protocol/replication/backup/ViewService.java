package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;

/**
 * S2-VS: the view service (VS).
 *
 * <p>One process, the view server p1, says who is primary and who is backup. It gives each such
 * view a number, and lets a backup become primary only if its primary has acknowledged the view.
 *
 * <p><b>Events.</b> Request {@code <vs-Acknowledge, i>}, by the primary of view i; indication
 * {@code <vs-View, V>}, at every process.
 *
 * <p><b>Properties.</b> Order: the numbers of the views that a process is told of grow. Agreement:
 * no two processes are told of different views of one number. Succession: the primary of a view was
 * primary or backup of the view before it.
 *
 * <p><b>Assumptions.</b> Crash-stop, an eventually perfect detector, which may be wrong about any
 * server at any time. Everything stops with the view server.
 *
 * <p><b>Uses.</b> {@code EP}: EventuallyPerfectFailureDetector.
 *
 * <p><b>Source.</b> primary-backup-puthash: "ask view server for primary", {@code cur_viewnum}.
 *
 * <p><b>In slots.</b> A view is begun in the view server's slot that follows the suspicion, and
 * everybody knows it when that slot ends.
 *
 * <p><b>Departures from the page.</b> The page has a view server and does not say what it does. How
 * that was closed:
 *
 * <ol>
 *   <li>Every server that is neither primary nor backup is idle, and becomes backup when there is
 *       none. A server that was suspected and is heard again is idle.
 *   <li>A primary that is suspected is succeeded by the backup and by nobody else, since nobody
 *       else has what it had. With the backup not there, or suspected too, the view stays.
 *   <li>The backup of a view that is not acknowledged succeeds nobody: only the primary knows
 *       whether it has got the state. If that primary crashes, the service has stopped for good;
 *       the other choice is to go on with a server that has nothing (mistake S2-hasty). But it may
 *       be left out, or another put in its place, since the primary stays. To wait for the
 *       acknowledgement there too stops the service although its primary lives: that waits for a
 *       backup that has crashed (n=4, f=1, one false suspicion).
 *   <li>The first view is known to all and counts as acknowledged: nobody has anything yet.
 *   <li>Clients and servers do not ask: the view server tells everybody of each view, as one frame
 *       reaches all.
 * </ol>
 */
public class ViewService extends Component<ViewService.S> {
  /**
   * The state.
   *
   * @param view the last view that this process knows
   * @param awaited whether its primary is yet to acknowledge it; at the view server
   * @param suspected whom the detector suspects; at the view server
   */
  public record S(Servers view, boolean awaited, ProcessSet suspected) {}

  protected Servers view;
  protected boolean awaited;
  protected ProcessSet suspected;

  public ViewService(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    view = Roles.firstView(n);
    awaited = false;
    suspected = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Suspect(int p) -> suspected = isViewServer() ? suspected.with(p) : suspected;
      case Restore(int p) -> suspected = suspected.without(p);
      case Acknowledge(int number) ->
          send(new Addressed(Roles.VIEW_SERVER, new Acknowledged(number)));
      case Arrive(int _, Addressed(int to, Acknowledged(int number))) -> {
        if (to == self && number == view.number()) {
          awaited = false;
        }
      }
      case Arrive(int _, Servers next) -> {
        if (isNews(next)) {
          view = next;
          trigger(new NewView(next));
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected boolean isViewServer() {
    return self == Roles.VIEW_SERVER;
  }

  /** Whether that view comes after the one that this process knows. */
  protected boolean isNews(Servers next) {
    return next.number() > view.number();
  }

  @Override
  protected boolean guards() {
    Servers next = isViewServer() ? next() : view;
    if (next.equals(view)) {
      return false;
    }
    view = next;
    awaited = true;
    trigger(new NewView(next));
    send(next);
    return true;
  }

  /** Departure 3: whether the backup has what the primary had. */
  protected boolean backupMayFollow() {
    return !awaited;
  }

  /** The view that should be: the present one if nothing is wrong with it. */
  private Servers next() {
    int primary = view.primary();
    int backup = view.backup();
    if (primary == 0) {
      return view;
    }
    boolean hasBackup = backup != 0 && !suspected.contains(backup);
    if (suspected.contains(primary)) {
      boolean follows = hasBackup && backupMayFollow();
      return follows
          ? new Servers(view.number() + 1, backup, idle(backup, primary))
          : withNobodyToFollow();
    }
    int successor = hasBackup ? backup : idle(primary, backup);
    return successor == backup ? view : new Servers(view.number() + 1, primary, successor);
  }

  /** Departure 2: nobody else has what the primary had. */
  protected Servers withNobodyToFollow() {
    return view;
  }

  /** The first server that lives, as it seems, and is neither of these; 0 if there is none. */
  protected final int idle(int one, int other) {
    return Roles.servers(n).minus(suspected).without(one).minus(only(other)).first();
  }

  private static ProcessSet only(int process) {
    return process == 0 ? ProcessSet.EMPTY : ProcessSet.of(process);
  }

  @Override
  public S save() {
    return new S(view, awaited, suspected);
  }

  @Override
  public void load(S state) {
    view = state.view;
    awaited = state.awaited;
    suspected = state.suspected;
  }
}
