package org.deltabed.protocol.properties;

import java.util.List;
import java.util.Optional;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of atomic commit; source: distributed-algorithms-notes, Non-Blocking Atomic Commit.
 * Agreement there is that of uniform consensus.
 */
public final class CommitProperties {
  /** A cycle for the votes, one for a crash among them, and two for consensus on them. */
  private static final int DUE_CYCLES = 4;

  private static final Num ABORT = new Num(0);
  private static final Num COMMIT = new Num(1);

  private CommitProperties() {}

  /** What non-blocking atomic commit owes. */
  public static List<Property> nonBlocking(String instance) {
    return List.of(
        agreement(instance),
        ConsensusProperties.termination(instance, n -> DUE_CYCLES * n),
        commitValidity(instance),
        abortValidity(instance),
        ConsensusProperties.integrity(instance));
  }

  /** What two-phase commit owes, with that coordinator. */
  public static List<Property> twoPhase(String instance, int coordinator) {
    return List.of(
        agreement(instance),
        terminationUnless(instance, coordinator),
        commitValidity(instance),
        abortValidity(instance),
        ConsensusProperties.integrity(instance));
  }

  public static Property agreement(String instance) {
    return new NamedProperty(
        "agreement",
        instance,
        "No two processes decide differently",
        true,
        false,
        history -> ConsensusProperties.checkAgreement(history, instance, process -> true));
  }

  public static Property terminationUnless(String instance, int coordinator) {
    return new NamedProperty(
        "termination unless the coordinator crashes",
        instance,
        "If the coordinator does not crash, every correct process eventually decides",
        true,
        true,
        history ->
            history.isCorrect(coordinator)
                ? ConsensusProperties.checkTermination(history, instance, n -> DUE_CYCLES * n)
                : Outcome.notJudged("p" + coordinator + ", the coordinator, crashed"));
  }

  public static Property commitValidity(String instance) {
    return new NamedProperty(
        "commit-validity",
        instance,
        "1 can only be decided if all processes propose 1",
        false,
        false,
        history -> checkCommitValidity(history, instance));
  }

  public static Property abortValidity(String instance) {
    return new NamedProperty(
        "abort-validity",
        instance,
        "0 can only be decided if some process crashes or proposes 0",
        true,
        false,
        history -> checkAbortValidity(history, instance));
  }

  private static Outcome checkCommitValidity(History history, String instance) {
    List<Occurrence> commits = decisions(history, instance, new Decide(COMMIT));
    for (Occurrence commit : commits) {
      for (int p = history.processes().first(); p != 0; p = history.processes().next(p)) {
        if (proposed(history, instance, p, COMMIT, commit.slot()).isEmpty()) {
          return Outcome.broken(
              commits.size(), commit + ", but p" + p + " had not proposed 1", commit);
        }
      }
    }
    return Outcome.held(commits.size(), commits.size() + " commits of what all proposed");
  }

  private static Outcome checkAbortValidity(History history, String instance) {
    List<Occurrence> aborts = decisions(history, instance, new Decide(ABORT));
    for (Occurrence abort : aborts) {
      boolean reason = false;
      for (int p = history.processes().first(); p != 0; p = history.processes().next(p)) {
        reason |=
            hasCrashedBy(history, p, abort.slot())
                || proposed(history, instance, p, ABORT, abort.slot()).isPresent();
      }
      if (!reason) {
        return Outcome.broken(
            aborts.size(), abort + ", but nobody had crashed or proposed 0", abort);
      }
    }
    return Outcome.held(aborts.size(), aborts.size() + " aborts after a crash or a 0");
  }

  private static boolean hasCrashedBy(History history, int process, long slot) {
    return history.crashed().contains(process)
        && history.crashSlots().getOrDefault(process, 0L) <= slot;
  }

  private static Optional<Occurrence> proposed(
      History history, String instance, int process, Num vote, long by) {
    return history
        .of(instance, Direction.REQUEST, Propose.class)
        .filter(o -> o.process() == process && o.slot() <= by)
        .filter(o -> o.event().equals(new Propose(vote)))
        .findFirst();
  }

  private static List<Occurrence> decisions(History history, String instance, Event decision) {
    return history
        .of(instance, Direction.INDICATION, Decide.class)
        .filter(o -> o.event().equals(decision))
        .toList();
  }
}
