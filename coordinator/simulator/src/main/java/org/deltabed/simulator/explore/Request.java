package org.deltabed.simulator.explore;

import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Model;
import org.deltabed.protocol.catalogue.Protocol;

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
 */
public record Request(
    String protocolId,
    String variant,
    int n,
    int f,
    Kind kind,
    int requestsEach,
    boolean late,
    boolean everyInstance) {

  /** The adversary. */
  public enum Kind {
    /** In slots, or for algorithms in rounds in rounds: any crash at any time. */
    LOCKSTEP,
    /** Messages and detections take any time. */
    ASYNC
  }

  /**
   * The steps in which these processes are explored: an adversary may have local states for so
   * many.
   */
  private static final int PROCESSES_MAX = 12;

  /** Checks that the protocol is made for this; the exception's message says what is wrong. */
  public Request {
    Protocol protocol = protocol(protocolId, variant);
    if (n < 1 || n > PROCESSES_MAX) {
      throw new IllegalArgumentException(
          "n is " + n + "; explorations have 1 to " + PROCESSES_MAX + " processes");
    }
    if (f < 0 || f >= n) {
      throw new IllegalArgumentException("f is " + f + " of n=" + n + "; it must be below n");
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
              + " and means nothing where messages take any time");
    }
    if (requestsEach < 1 || requestsEach > 100) {
      throw new IllegalArgumentException("requests are " + requestsEach + "; 1 to 100 make sense");
    }
  }

  public Protocol protocol() {
    return protocol(protocolId, variant);
  }

  private static Protocol protocol(String id, String variant) {
    return variant.isEmpty() ? Catalogue.find(id) : Catalogue.variant(variant).protocol();
  }
}
