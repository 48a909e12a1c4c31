package org.deltabed.simulator.explore;

import java.util.Optional;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Model;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/**
 * An exploration as somebody asks for it.
 *
 * @param protocolId the protocol's id
 * @param variant the seeded mistake's id, or empty
 * @param n how many processes
 * @param f how many may crash
 * @param kind the adversary
 * @param requestsEach how many requests each process gets, where the workload has many
 * @param late whether processes may be asked in any slot of the first cycle, and not all at once
 * @param everyInstance whether the instances below the top are judged too, each by an exploration
 *     of its own
 * @param asked that only p1 to this one are asked for anything: where all are, there may be more
 *     orders than can be tried
 * @param liberties what else the adversary may do
 */
public record Request(
    String protocolId,
    String variant,
    int n,
    int f,
    Kind kind,
    int requestsEach,
    boolean late,
    boolean everyInstance,
    int asked,
    Liberties liberties) {

  /** The adversary. */
  public enum Kind {
    /** In slots, or for algorithms in rounds in rounds: any crash at any time. */
    LOCKSTEP,
    /** Messages and detections take any time. */
    ASYNC
  }

  /** Local states of so many processes fit into one packed global state. */
  private static final int PROCESSES_MAX = 12;

  private static final int REQUESTS_MAX = 100;

  /** Checks that the protocol is made for this; the exception's message says what is wrong. */
  public Request {
    if (n > PROCESSES_MAX) {
      throw new IllegalArgumentException(
          "n is "
              + n
              + "; every schedule can be tried for up to "
              + PROCESSES_MAX
              + " processes, random ones for more");
    }
    Protocol protocol = protocol(protocolId, variant);
    check(protocol, n, f, kind, requestsEach);
    checkLate(protocol, late);
    if (asked < 1 || asked > n) {
      throw new IllegalArgumentException("asked are " + asked + " of n=" + n + " processes");
    }
    check(protocol, n, f, kind, liberties);
    if (liberties.falseSuspicions() > Situations.ERRORS_MAX) {
      throw new IllegalArgumentException(
          liberties.falseSuspicions()
              + " false suspicions are more than the "
              + Situations.ERRORS_MAX
              + " that can be explored in every order; draw schedules with them: --random");
    }
    if (asked < n && (kind != Kind.ASYNC || protocol.workload().isForAll())) {
      throw new IllegalArgumentException(
          kind == Kind.ASYNC
              ? protocol.id() + " needs a value of every process: all of them must be asked"
              : "who is asked can be chosen where messages take any time: --adversary async");
    }
  }

  /**
   * Checks that the protocol can be asked so, however it is explored.
   *
   * @throws IllegalArgumentException whose message says why not
   */
  public static void checkLate(Protocol protocol, boolean late) {
    if (late && protocol.model() == Model.ROUNDS) {
      throw new IllegalArgumentException(
          protocol.id()
              + " is made for "
              + protocol.model()
              + ": all are asked in one cycle, nobody late");
    }
  }

  /** All are asked. */
  public Request(
      String protocolId,
      String variant,
      int n,
      int f,
      Kind kind,
      int requestsEach,
      boolean late,
      boolean everyInstance) {
    this(protocolId, variant, n, f, kind, requestsEach, late, everyInstance, n, Liberties.NONE);
  }

  /** The same, and the adversary may do that too. */
  public Request with(Liberties others) {
    return new Request(
        protocolId, variant, n, f, kind, requestsEach, late, everyInstance, asked, others);
  }

  /** The same, and only p1 to that one are asked. */
  public Request askingUpTo(int last) {
    return new Request(
        protocolId, variant, n, f, kind, requestsEach, late, everyInstance, last, liberties);
  }

  /**
   * Checks that the protocol is made for an adversary of such liberties.
   *
   * @throws IllegalArgumentException whose message says why not
   */
  public static void check(Protocol protocol, int n, int f, Kind kind, Liberties liberties) {
    Model model = protocol.model();
    if (!liberties.byzantine().isEmpty() && !model.isByzantine()) {
      throw new IllegalArgumentException(
          protocol.id() + " is made for " + model + ": its processes crash, and do nothing worse");
    }
    if (!liberties.byzantine().isEmpty() && kind != Kind.ASYNC) {
      throw new IllegalArgumentException(
          "what Byzantine processes say can be explored where messages take any time:"
              + " --adversary async");
    }
    if (liberties.byzantine().size() > f) {
      throw new IllegalArgumentException(
          liberties.byzantine() + " are Byzantine, but at most f=" + f + " may be");
    }
    for (int p = 1; p <= n; p++) {
      if (liberties.byzantine().contains(p) && !protocol.mayMisbehave(p, n, f)) {
        throw new IllegalArgumentException(
            "p" + p + " of " + protocol.id() + " may crash, and does nothing worse");
      }
    }
    if (liberties.falseSuspicions() > 0 && !model.maySuspectFalsely()) {
      throw new IllegalArgumentException(
          protocol.id()
              + " is made for "
              + model
              + ": false suspicions are for partial synchrony, where messages take any time");
    }
    if (liberties.falseSuspicions() > 0 && kind != Kind.ASYNC) {
      throw new IllegalArgumentException(
          "false suspicions come where messages take any time: --adversary async");
    }
    int harms = liberties.losses() + liberties.repetitions();
    if (harms > 0 && !model.bearsLosses()) {
      throw new IllegalArgumentException(
          protocol.id() + " is made for " + model + ", in which no frame is lost or comes twice");
    }
    if (harms > 0 && kind != Kind.LOCKSTEP) {
      throw new IllegalArgumentException(
          "frames are lost and come twice where there are slots: --adversary lockstep");
    }
  }

  /**
   * Checks that a protocol is made for this, however it is explored.
   *
   * @throws IllegalArgumentException whose message says what is wrong, and what would do
   */
  public static void check(Protocol protocol, int n, int f, Kind kind, int requestsEach) {
    if (n < 1 || n > ProcessSet.MAX) {
      throw new IllegalArgumentException("n is " + n + "; it must be 1 to " + ProcessSet.MAX);
    }
    if (f < 0 || f >= n) {
      throw new IllegalArgumentException(
          "f is " + f + " of n=" + n + "; it must be 0 to " + (n - 1));
    }
    Model model = protocol.model();
    if (f > model.crashesMax(n)) {
      throw new IllegalArgumentException(
          protocol.id()
              + " is made for "
              + model
              + ": with n="
              + n
              + " at most f="
              + model.crashesMax(n));
    }
    if (kind == Kind.ASYNC && !model.isAsynchronous()) {
      throw new IllegalArgumentException(
          protocol.id()
              + " is made for "
              + model
              + " and means nothing where messages take any time; explore it in slots");
    }
    if (requestsEach < 1 || requestsEach > REQUESTS_MAX) {
      throw new IllegalArgumentException(
          "requests are " + requestsEach + "; 1 to " + REQUESTS_MAX + " make sense");
    }
  }

  /**
   * Why nothing is promised of a run in which as many may be faulty, and the adversary may do as
   * much: empty where the protocol is made for it.
   */
  public static Optional<String> outside(Setting setting, Kind kind) {
    try {
      check(setting.protocol(), setting.n(), setting.f(), kind, 1);
      check(setting.protocol(), setting.n(), setting.f(), kind, setting.liberties());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  public Protocol protocol() {
    return protocol(protocolId, variant);
  }

  private static Protocol protocol(String id, String variant) {
    return variant.isEmpty() ? Catalogue.find(id) : Catalogue.variant(variant).protocol();
  }
}
