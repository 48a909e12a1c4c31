package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;

/** What is to come: not in the {@link Catalogue} yet. */
public final class PlannedProtocols {
  /**
   * A protocol to come.
   *
   * @param id such as {@code R2}
   * @param name such as {@code regular-register-write-all}
   * @param model the failures and timing that it is for
   * @param page source and heading
   */
  public record Planned(String id, String name, String model, String page) {}

  private static final String ANY = "any";
  private static final String CRASH = Model.CRASH.toString();
  private static final String FAIL_STOP = Model.FAIL_STOP.toString();
  private static final String MAJORITY = Model.MAJORITY.toString();
  private static final String PARTIAL = "partial synchrony";
  private static final String BYZANTINE_THIRD = "Byzantine, N > 3f";
  private static final String ASYNCHRONOUS = "asynchronous, f = 1";

  private static final List<Planned> ALL =
      List.of(
          new Planned(
              "D3", "eventually-perfect-detector", PARTIAL, DEPENDABLE + "3.4 Abstracting Time"),
          new Planned(
              "D4",
              "leader-election",
              FAIL_STOP + "; " + PARTIAL,
              DEPENDABLE + "3.4 Abstracting Time"),
          new Planned("C3", "rotating-leader-consensus", MAJORITY, NOTES + "Consensus Algorithm 3"),
          new Planned("C6", "flp-adversary", ASYNCHRONOUS, NOTES + "FLP Impossibility Result"),
          new Planned(
              "R1",
              "multi-valued-register-from-bits",
              ANY,
              DEPENDABLE + "4.1.6 An unsafe register"),
          new Planned("R2", "regular-register-write-all", FAIL_STOP, NOTES + "Regular register"),
          new Planned(
              "R3",
              "regular-register-majority",
              MAJORITY,
              NOTES + "Regular register - Majority Algorithm"),
          new Planned("R4", "atomic-register-write-all", FAIL_STOP, NOTES + "Atomic register"),
          new Planned(
              "R5",
              "atomic-register-majority",
              MAJORITY,
              NOTES + "Atomic register - Majority Algorithm"),
          new Planned(
              "R6",
              "atomic-register-from-one-reader",
              ANY,
              DEPENDABLE + "5.5 From (1,1) ATOMIC to (1,N) ATOMIC register"),
          new Planned(
              "R7", "atomic-register-many-writers", FAIL_STOP, NOTES + "(N,N) Atomic Register"),
          new Planned(
              "R9", "quorum-key-value-store", CRASH, DEPENDABLE + "6.2 Key-Value Store (KVS)"),
          new Planned("S2", "primary-backup-put-hash", CRASH, "primary-backup-puthash"),
          new Planned(
              "S3", "active-replication", "synchronous, Byzantine", "active-replication-exercise"));

  private PlannedProtocols() {}

  public static List<Planned> all() {
    return ALL;
  }
}
