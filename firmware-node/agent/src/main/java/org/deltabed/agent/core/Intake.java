package org.deltabed.agent.core;

import java.util.Arrays;
import org.deltabed.trace.Kind;
import org.deltabed.wire.Frame;
import org.deltabed.wire.FrameDecoder;
import org.deltabed.wire.Reject;

/** Judges each frame by its time and place: to be delivered in the open slot's step, or not. */
final class Intake implements FrameDecoder.Sink {
  /** Damaged chunks, without one good frame, that make a line unreadable. */
  private static final int UNREADABLE_CHUNKS = 40;

  /** Frames of another session, or of the node's own id, that cannot be a replayed one. */
  private static final int STRANGE_FRAMES = 3;

  private static final byte[] DELIMITER = {0};

  private final Schedule schedule;
  private final StartUp startUp;
  private final Membership membership;
  private final ClockAgreement agreement;
  private final RejectLog rejects;
  private final FrameDecoder decoder;
  private final Frame held;
  private final long[] lastTaken;
  private final long earlyNs;
  private final long pauseNs;
  private Run run;
  private boolean holding;
  private boolean holdingSuspect;
  private long heldArrivalNs;
  private long falselySuspected;
  private long nowNs;
  private long lastBytesNs;

  /** Heard while listening, since somebody was last followed: a joined node goes on in spite. */
  private int strangeSessions;

  private int namesakes;

  Intake(
      Schedule schedule,
      StartUp startUp,
      Membership membership,
      ClockAgreement agreement,
      RejectLog rejects) {
    this.schedule = schedule;
    this.startUp = startUp;
    this.membership = membership;
    this.agreement = agreement;
    this.rejects = rejects;
    NodeSettings settings = schedule.settings;
    decoder = new FrameDecoder(settings.layout(), settings.key());
    decoder.onlySession(settings.session());
    decoder.onlyFor(settings.self());
    held = new Frame(settings.layout());
    lastTaken = new long[settings.n() + 1];
    earlyNs = settings.timing().sendSlackNs() / 2;
    pauseNs = earlyNs / 2;
    forget();
  }

  /** Forgets which frames were taken: the positions of another cluster begin anew. */
  void forget() {
    Arrays.fill(lastTaken, -1);
    release();
  }

  /** The armed or running run, whose boots and suspicions count once it runs, or null. */
  void run(Run current) {
    run = current;
    falselySuspected = 0;
  }

  void feed(byte[] bytes, int offset, int length, long arrivalNs, long now) {
    nowNs = now;
    lastBytesNs = arrivalNs;
    decoder.feed(bytes, offset, length, arrivalNs, this);
  }

  /**
   * Ends a chunk whose bytes have ceased to come, as they do where a sender lost its power. Else
   * the next sender's delimiter would end it: a frame that lacks nothing but its last delimiter
   * would count as late, and its sender's crash as a broken bound.
   */
  void settle(long now) {
    if (now - lastBytesNs > pauseNs) {
      nowNs = now;
      decoder.feed(DELIMITER, 0, DELIMITER.length, lastBytesNs, this);
    }
  }

  /** The open slot's frame, or null. */
  Frame held() {
    return holding ? held : null;
  }

  /** Whether the open slot's frame came from a process that counts as crashed. */
  boolean heldIsSuspect() {
    return holdingSuspect;
  }

  long heldArrivalNs() {
    return heldArrivalNs;
  }

  /** The slot is over. */
  void release() {
    holding = false;
    holdingSuspect = false;
  }

  @Override
  public void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs) {
    rejects.count(reason, claimedSender, arrivalNs);
    if (schedule.state() == NodeState.LISTEN) {
      judgeLine(reason);
    }
  }

  /** A node that has not joined refuses a bus on which it cannot work, by name (F24). */
  private void judgeLine(Reject reason) {
    switch (reason) {
      case OTHER_ADDRESSEE -> startUp.restart(nowNs);
      case SESSION -> strangeSessions++;
      case OWN_SENDER -> namesakes++;
      default -> {} // damaged, forged, or of no format: see below, or no reason to stay away
    }
    refuseIf(strangeSessions >= STRANGE_FRAMES, "frames of another session are on this bus");
    refuseIf(namesakes >= STRANGE_FRAMES, "another node sends as this one: the id is used twice");
    refuseIf(
        decoder.accepted() == 0
            && decoder.rejected(Reject.CRC)
                    + decoder.rejected(Reject.TOO_SHORT)
                    + decoder.rejected(Reject.TOO_LONG)
                >= UNREADABLE_CHUNKS,
        "nothing on the line is readable: wrong baud rate, or a babbling node");
  }

  private void refuseIf(boolean refused, String reason) {
    if (refused) {
      throw Halt.because(schedule.journal, nowNs, reason);
    }
  }

  @Override
  public void frame(Frame frame, long arrivalNs) {
    boolean toAll = frame.addressee() == 0;
    if (frame.kind() == Frame.Kind.COLD_START) {
      coldStart(frame, arrivalNs);
    } else if (schedule.state() == NodeState.LISTEN) {
      if (toAll) {
        follow(frame, arrivalNs);
      } else {
        startUp.restart(nowNs);
      }
    } else {
      normal(frame, arrivalNs);
    }
  }

  private void follow(Frame frame, long arrivalNs) {
    forget();
    strangeSessions = 0;
    namesakes = 0;
    startUp.integrate(frame, arrivalNs, nowNs);
    hold(frame, arrivalNs);
  }

  private void coldStart(Frame frame, long arrivalNs) {
    if (startUp.follows(nowNs)) {
      follow(frame, arrivalNs);
    } else {
      startUp.bang(nowNs);
      rejects.count(Refusal.COLD_START, frame.sender(), arrivalNs);
    }
  }

  private void normal(Frame frame, long arrivalNs) {
    long position = schedule.clock.position(frame.round(), frame.slot());
    long startNs = schedule.clock.startNs(position);
    long deadlineNs = startNs + schedule.settings.timing().arrivalDeadlineNs();
    boolean inTime = arrivalNs >= startNs - earlyNs && arrivalNs <= deadlineNs;
    if (inTime && position == schedule.position && !holding) {
      take(frame, position, startNs, arrivalNs);
    } else if (position <= lastTaken[frame.sender()]) {
      rejects.count(Refusal.REPEATED, frame.sender(), arrivalNs);
    } else if (!schedule.member()) {
      if (frame.addressee() == 0) {
        follow(frame, arrivalNs);
      }
    } else if (foreign(frame)) {
      meetCluster(frame, position, arrivalNs);
    } else if (position > schedule.position || arrivalNs < startNs - earlyNs) {
      rejects.count(Refusal.EARLY, frame.sender(), arrivalNs);
    } else {
      late(frame, arrivalNs, deadlineNs);
    }
  }

  private void take(Frame frame, long position, long startNs, long arrivalNs) {
    lastTaken[frame.sender()] = position;
    schedule.doubtful = false;
    if (frame.addressee() == 0) {
      long lineNs = schedule.settings.lineNs(frame.payloadBytes());
      long expectedNs = startNs + schedule.settings.turnaroundNs() + lineNs + StartUp.LATENCY_NS;
      agreement.sample(arrivalNs - expectedNs);
    }
    if (run != null && run.active() && !run.isOf(frame.sender(), frame.boot())) {
      rejects.count(Refusal.OTHER_BOOT, frame.sender(), arrivalNs);
      return;
    }
    hold(frame, arrivalNs);
    noteSuspect(frame, arrivalNs);
  }

  private void hold(Frame frame, long arrivalNs) {
    lastTaken[frame.sender()] = schedule.position;
    held.kind(frame.kind())
        .session(frame.session())
        .boot(frame.boot())
        .round(frame.round())
        .sender(frame.sender())
        .addressee(frame.addressee())
        .heard(frame.heard())
        .payload(frame.payload(), 0, frame.payloadBytes());
    heldArrivalNs = arrivalNs;
    holding = true;
    holdingSuspect = false;
  }

  private void late(Frame frame, long arrivalNs, long deadlineNs) {
    lastTaken[frame.sender()] = schedule.clock.position(frame.round(), frame.slot());
    // A frame that was stamped in time but seen after its step has missed it all the same.
    long excessNs = arrivalNs > deadlineNs ? arrivalNs - deadlineNs : nowNs - deadlineNs;
    schedule.journal.add(
        Kind.LATE, frame.round(), frame.slot(), frame.sender(), nowNs, arrivalNs, excessNs);
    noteSuspect(frame, arrivalNs);
  }

  /** A sign of life from a process that counts as crashed in this run (F25); recorded once. */
  private void noteSuspect(Frame frame, long arrivalNs) {
    int sender = frame.sender();
    boolean suspect =
        run != null
            && run.active()
            && run.isOf(sender, frame.boot())
            && membership.suspects(sender);
    holdingSuspect |= suspect;
    if (suspect && (falselySuspected & NodeSettings.bit(sender)) == 0) {
      falselySuspected |= NodeSettings.bit(sender);
      schedule.journal.add(
          Kind.FALSE_SUSPICION, frame.round(), frame.slot(), sender, nowNs, arrivalNs, 0);
    }
  }

  /** Whether the sender is of a cluster that has another time: it does not hear this node. */
  private boolean foreign(Frame frame) {
    long recent = schedule.position - 2L * schedule.settings.n();
    boolean hearsMe = (frame.heard() & NodeSettings.bit(schedule.settings.self())) != 0;
    return !hearsMe && frame.addressee() == 0 && lastTaken[frame.sender()] < recent;
  }

  /**
   * Of two clusters on one bus the smaller gives way, of equal ones the one that started later: its
   * nodes join the other, or, in a run, of which both cannot be a part, halt.
   */
  private void meetCluster(Frame frame, long position, long arrivalNs) {
    long self = NodeSettings.bit(schedule.settings.self());
    int ours = Long.bitCount(membership.heard() | self);
    int theirs = Long.bitCount(frame.heard() | NodeSettings.bit(frame.sender()));
    rejects.count(Refusal.FOREIGN, frame.sender(), arrivalNs);
    boolean theyAreAhead = schedule.clock.startNs(position) > arrivalNs;
    if (theirs < ours || (theirs == ours && !theyAreAhead)) {
      return;
    }
    refuseIf(
        run != null && run.recorded(),
        "another cluster of " + theirs + " is on this bus; this one has " + ours);
    startUp.listen(nowNs);
    forget();
  }
}
