package org.deltabed.agent.core;

import java.util.List;
import org.deltabed.wire.ProcessKeys;

/**
 * What a node is told to run.
 *
 * @param run the run's id
 * @param nonce tells this attempt's commands from those of others
 * @param protocol id or name in the catalogue
 * @param variant id of a seeded mistake, or ""
 * @param wiringHash the coordinator's hash of the testbed
 * @param boots the boot of each process in this run, by rank from 1 at index 0
 * @param crashesMax f, how many processes may crash at most
 * @param rounds how many rounds
 * @param proposal the value that this process is given: what it proposes or broadcasts
 * @param requestsEach how many requests each process gets, where the protocol takes many
 * @param crashPoint where it halts, or null
 * @param keys what it signs and authenticates with in this run, or null: then codes are ideal
 * @param behaviour how it misbehaves on purpose, a word of {@link
 *     org.deltabed.protocol.byzantine.Behaviour}; or "" where it does not
 */
public record RunOrder(
    String run,
    String nonce,
    String protocol,
    String variant,
    String wiringHash,
    List<Integer> boots,
    int crashesMax,
    int rounds,
    long proposal,
    int requestsEach,
    CrashPoint crashPoint,
    ProcessKeys keys,
    String behaviour) {
  public RunOrder {
    boots = List.copyOf(boots);
  }

  /** A run of correct processes without keys. */
  public RunOrder(
      String run,
      String nonce,
      String protocol,
      String variant,
      String wiringHash,
      List<Integer> boots,
      int crashesMax,
      int rounds,
      long proposal,
      int requestsEach,
      CrashPoint crashPoint) {
    this(
        run,
        nonce,
        protocol,
        variant,
        wiringHash,
        boots,
        crashesMax,
        rounds,
        proposal,
        requestsEach,
        crashPoint,
        null,
        "");
  }
}
