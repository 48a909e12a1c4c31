package org.deltabed.agent.core;

import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.Frame;

/**
 * One node: it owns a slot, sends in it, and takes each other slot's frame, or its silence, as a
 * step of the protocol. For one thread. Times are the node's own monotonic clock.
 *
 * <p>Whoever drives it calls {@link #received} for what came over the bus and then {@link #act}
 * when {@link #dueNs} is reached; each call of {@code act} does one thing, so that the next is
 * judged by a fresh time. Any call may throw {@link Halted}.
 */
public final class Node {
  private final NodeSettings settings;
  private final Journal journal;
  private final Schedule schedule;
  private final Membership membership;
  private final ClockAgreement agreement;
  private final ClockDiscipline discipline;
  private final RejectLog rejects;
  private final StartUp startUp;
  private final Intake intake;
  private final Sender sender;
  private final CrashInProgress crash = new CrashInProgress();
  private Run run;
  private int fillBytes;
  private long fillUntilNs = Long.MIN_VALUE;

  /** A node that begins to listen now. */
  public Node(NodeSettings settings, Journal journal, Transmitter transmitter, long nowNs) {
    this.settings = settings;
    this.journal = journal;
    schedule = new Schedule(settings, journal);
    membership = new Membership(settings.n(), settings.self());
    agreement = new ClockAgreement(settings.n());
    discipline = new ClockDiscipline(settings);
    rejects = new RejectLog(journal, settings.timing().cycleNs());
    startUp = new StartUp(schedule, membership, nowNs);
    intake = new Intake(schedule, startUp, membership, agreement, rejects);
    sender = new Sender(schedule, membership, transmitter);
    schedule.state(NodeState.LISTEN, nowNs);
  }

  public NodeState state() {
    return schedule.state();
  }

  /** The open slot's round, or -1 while listening. */
  public int round() {
    return placed() ? schedule.round() : TraceRecord.NONE;
  }

  /** The open slot's position: its round times n, and its slot. */
  public long position() {
    return schedule.position;
  }

  /** When the slot at a position starts, by the node's present reckoning. */
  public long slotStartNs(long at) {
    return schedule.clock.startNs(at);
  }

  /** The processes heard in the last n slots, itself included, as bits. */
  public long heard() {
    return membership.heard();
  }

  /** The prepared or running run, the one that ended last, or null. */
  public Run run() {
    return run;
  }

  /** When {@link #act} has something to do. */
  public long dueNs() {
    if (crash.inProgress()) {
      return crash.haltNs();
    }
    if (!placed()) {
      return startUp.timeoutNs();
    }
    return schedule.begun ? schedule.stepNs() : schedule.startNs();
  }

  /** Whether bytes that arrive can make something due sooner than {@link #dueNs} says. */
  public boolean polls() {
    return !placed() || crash.inProgress();
  }

  /** Bytes came over the bus, from others only. */
  public void received(byte[] bytes, int offset, int length, long arrivalNs, long nowNs) {
    if (!crash.inProgress()) {
      intake.feed(bytes, offset, length, arrivalNs, nowNs);
    }
  }

  /** The node's own bytes were seen on the line. */
  public void echoed(long bytes, long arrivalNs, long nowNs) {
    crash.echoed(bytes, nowNs);
    if (schedule.state() == NodeState.COLD_START) {
      startUp.echoed(bytes, arrivalNs);
    }
  }

  /** The node's own bytes did not come back as they were sent. */
  public void echoSpoilt(long nowNs) {
    rejects.count(Refusal.ECHO, settings.self(), nowNs);
  }

  /** Does the one thing that is due, if any is. */
  public void act(long nowNs) {
    if (nowNs < dueNs()) {
      return;
    }
    if (crash.inProgress()) {
      throw new Halted(Halted.CRASH_POINT, "crash point");
    }
    if (!placed()) {
      startUp.coldStart(nowNs);
      sender.coldStart(nowNs);
      intake.forget();
    } else if (schedule.begun) {
      step(nowNs);
    } else {
      beginSlot(nowNs);
    }
  }

  private boolean placed() {
    return schedule.state() != NodeState.LISTEN;
  }

  private void beginSlot(long nowNs) {
    schedule.begun = true;
    if (run != null && run.startsAt(schedule.position)) {
      membership.beginRun(schedule.round());
      intake.run(run);
      run.begin(schedule.round(), schedule.startNs(), nowNs, rejects);
    }
    if (run != null && run.asksAt(schedule.position)) {
      run.ask(schedule.position, schedule.round(), nowNs);
    }
    CrashPoint.AfterSubFrames point = run == null ? null : run.crashPointAt(schedule.position);
    if (point != null && point.subFrames() == 0) {
      recordCrashPoint(point, nowNs);
      journal.force();
      throw new Halted(Halted.CRASH_POINT, "crash point at the slot's start");
    }
    if (schedule.ownSlot()) {
      sendOwn(point, nowNs);
    }
  }

  private void sendOwn(CrashPoint.AfterSubFrames point, long nowNs) {
    long excessNs = nowNs - schedule.startNs() - settings.timing().sendSlackNs();
    boolean unanswered = schedule.state() == NodeState.COLD_START && membership.heard() == 0;
    if (unanswered) {
      startUp.listen(nowNs);
    } else if (excessNs > 0) {
      stop(Kind.MISSED_SLOT, excessNs, nowNs);
    } else if (point != null) {
      recordCrashPoint(point, nowNs);
      int bytes = sender.sendTo(point.order(), point.subFrames(), run, nowNs);
      crash.begin(settings.echo() ? bytes : Integer.MAX_VALUE, schedule.stepNs());
      journal.force();
    } else if (schedule.doubtful) {
      schedule.doubtful = false; // once round is enough: there may be nobody left to confirm it
    } else {
      int bytes = measured(nowNs) ? fillBytes : 0;
      sender.send(run, bytes, nowNs, recorded() || measured(nowNs) || !schedule.member());
      join(nowNs);
    }
  }

  private void join(long nowNs) {
    if (!schedule.member()) {
      discipline.joined();
      schedule.state(NodeState.JOINED, nowNs);
    }
  }

  private void recordCrashPoint(CrashPoint.AfterSubFrames point, long nowNs) {
    journal.add(
        Kind.CRASH_POINT,
        schedule.round(),
        schedule.slot(),
        0,
        nowNs,
        0,
        0,
        RunJson.crashPoint(point));
  }

  /**
   * Too late: nobody may rely on this node any more. Before it has sent, and between runs, nobody
   * does: it then begins anew by listening.
   */
  private void stop(Kind kind, long excessNs, long nowNs) {
    boolean member = schedule.member();
    if (member) {
      journal.add(kind, schedule.round(), schedule.slot(), 0, nowNs, excessNs, 0);
    }
    if (!member || !recorded()) {
      startUp.listen(nowNs);
      intake.forget();
      return;
    }
    throw Halt.because(journal, nowNs, kind == Kind.OVERRUN ? "overrun" : "missed own slot");
  }

  /** The open slot's delivery step. */
  private void step(long nowNs) {
    long excessNs = nowNs - schedule.startNs() - settings.timing().stepDeadlineNs();
    if (excessNs > 0) {
      stop(Kind.OVERRUN, excessNs, nowNs);
      return;
    }
    intake.settle(nowNs);
    if (schedule.ownSlot()) {
      Frame own = sender.takeSent();
      if (own != null && running()) {
        run.frame(own, schedule.round(), schedule.slot(), nowNs);
      }
    } else if (intake.held() != null) {
      deliver(intake.held(), nowNs);
    } else {
      silence(nowNs);
    }
    intake.release();
    advance(nowNs);
  }

  private void deliver(Frame frame, long nowNs) {
    boolean news = !membership.hears(frame.sender());
    membership.frame(frame.sender(), frame.heard());
    if (intake.heldIsSuspect()) {
      return; // P does not take a suspicion back; it is recorded as false
    }
    if (recorded() || measured(nowNs) || news) {
      journal.add(
          Kind.FRAME,
          schedule.round(),
          schedule.slot(),
          frame.sender(),
          nowNs,
          intake.heldArrivalNs(),
          settings.layout().overheadBytes() + frame.payloadBytes());
    }
    if (running()) {
      run.frame(frame, schedule.round(), schedule.slot(), nowNs);
    }
  }

  private void silence(long nowNs) {
    int owner = schedule.owner();
    boolean news = membership.hears(owner);
    membership.silence(owner);
    if (running() || news) {
      journal.add(Kind.SILENCE, schedule.round(), schedule.slot(), owner, nowNs, 0, 0);
    }
    if (running()) {
      membership.suspect(owner, schedule.round());
      run.silence(owner, schedule.round(), schedule.slot(), nowNs);
    }
  }

  private void advance(long nowNs) {
    int round = schedule.round();
    int slot = schedule.slot();
    schedule.position++;
    if (slot == settings.n() - 1) {
      endRound(round, slot, nowNs);
    }
    if (run != null && run.endsAt(schedule.position)) {
      rejects.flush(nowNs);
      run.end(round, slot, nowNs, false);
      intake.run(null);
      membership.forgetSuspicions();
    }
    boolean starts = run != null && run.startsAt(schedule.position);
    boolean crashes = run != null && run.crashPointAt(schedule.position) != null;
    boolean asks = run != null && run.asksAt(schedule.position);
    schedule.begun = !schedule.ownSlot() && !starts && !asks && !crashes;
  }

  private void endRound(int round, int slot, long nowNs) {
    // Between runs nobody relies on being heard, and a new boot is not heard by those in a run.
    int about = running() ? membership.minority(round) : 0;
    if (about != 0) {
      journal.add(Kind.MINORITY, round, TraceRecord.NONE, about, nowNs, 0, 0);
      throw Halt.because(journal, nowNs, "in the minority about process " + about);
    }
    if (running()) {
      run.cycleEnd(round, slot, nowNs);
    }
    if (agreement.sampled()) {
      long deviationNs = agreement.average();
      long appliedNs = discipline.correct(deviationNs);
      schedule.clock.shift(appliedNs);
      if (recorded() || measured(nowNs)) {
        journal.add(Kind.CORRECTION, round, TraceRecord.NONE, 0, nowNs, deviationNs, appliedNs);
      }
      if (schedule.member() && discipline.lost()) {
        throw Halt.because(journal, nowNs, "own clock is off by " + deviationNs + " ns");
      }
    }
  }

  private boolean recorded() {
    return run != null && run.recorded();
  }

  private boolean measured(long nowNs) {
    return nowNs < fillUntilNs;
  }

  private boolean running() {
    return run != null && run.active();
  }

  /** Takes over a run that is to be started. */
  public Answer prepare(Run next, long nowNs) {
    if (running()) {
      return refused("run " + run.order().run() + " is running", nowNs);
    }
    if (!schedule.member()) {
      return refused("not joined", nowNs);
    }
    run = next;
    intake.run(null);
    return new Answer(true, "", round());
  }

  /** Starts the prepared run with slot 0 of a round that is still to come. */
  public Answer start(String nonce, int startRound, long nowNs) {
    if (run != null && run.order().nonce().equals(nonce) && run.startsIn(startRound)) {
      return new Answer(true, "", round()); // the command was delivered twice
    }
    if (run == null || run.state() != RunState.PREPARED || !run.order().nonce().equals(nonce)) {
      return refused("no run with nonce " + nonce + " is prepared", nowNs);
    }
    if (!schedule.member()) {
      return refused("not joined", nowNs); // it lost time since the run was prepared
    }
    if (schedule.clock.position(startRound, 0) <= schedule.position) {
      return refused("too late: round " + startRound + " has begun", nowNs);
    }
    run.arm(startRound);
    fillUntilNs = Long.MIN_VALUE;
    intake.run(run); // from now on the node stays in this cluster or halts
    return new Answer(true, "", round());
  }

  /**
   * For so long, fills its frames with so many bytes that mean nothing, and records all frames, so
   * that the bus can be measured. Between runs only.
   */
  public Answer fill(int payloadBytes, long forNs, long nowNs) {
    if (recorded()) {
      return refused("run " + run.order().run() + " is armed or running", nowNs);
    }
    if (payloadBytes > settings.layout().payloadBytesMax()) {
      return refused("a frame has no room for " + payloadBytes + " bytes", nowNs);
    }
    fillBytes = payloadBytes;
    fillUntilNs = nowNs + forNs;
    return new Answer(true, "", round());
  }

  /** Gives up the run with this nonce, wherever it is. */
  public Answer cancel(String nonce, long nowNs) {
    if (run == null || !run.order().nonce().equals(nonce)) {
      return refused("no run with nonce " + nonce, nowNs);
    }
    if (run.active()) {
      run.end(schedule.round(), schedule.slot(), nowNs, true);
      membership.forgetSuspicions();
    }
    intake.run(null);
    run = null;
    if (placed()) {
      // What was due at a slot's start may have been the run's start.
      schedule.begun |= !schedule.ownSlot();
    }
    return new Answer(true, "", round());
  }

  /** Records that a spool of an earlier boot does not read back. */
  public void spoolDamaged(int boot, long seq, String data, long nowNs) {
    journal.add(Kind.SPOOL_DAMAGED, TraceRecord.NONE, TraceRecord.NONE, 0, nowNs, boot, seq, data);
  }

  /** Counts and records a command that is not carried out. */
  public Answer refused(String reason, long nowNs) {
    Halt.addText(journal, Kind.COMMAND_REJECTED, nowNs, "reason", reason);
    return new Answer(false, reason, round());
  }
}
