package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;

/**
 * Checkpoints: what is stable, and who says what of later ones.
 *
 * @param stable the certificate of the last stable checkpoint
 * @param service the state at it, or null where it has to be fetched
 * @param votes signed checkpoints after it
 * @param taken the own states after it, as snapshots without a proof yet, by sequence number
 */
public record Stability(
    Certificate stable, Service service, List<Statement> votes, List<Taken> taken) {
  /** Of one signer: those that can be in the window, and one more. */
  private static final int VOTES_MAX = (int) (OrderLog.WINDOW / OrderLog.INTERVAL) + 1;

  /** An own state that waits for its checkpoint to be stable. */
  public record Taken(long sequence, Service service) {}

  public Stability {
    votes = List.copyOf(votes);
    taken = List.copyOf(taken);
  }

  /** Nothing was executed: that needs no proof. */
  static Stability beginning(Cryptography crypto) {
    Checkpoint first = new Checkpoint(0, crypto.hash(Service.NEW));
    return new Stability(
        new Certificate(first, ProcessSet.EMPTY, List.of()), Service.NEW, List.of(), List.of());
  }

  /** Whether that is the certificate of a stable checkpoint, signed by so many of n. */
  static boolean isProved(Value stable, int quorum, int n, Cryptography crypto) {
    if (!(stable instanceof Certificate certificate)
        || !(certificate.content() instanceof Checkpoint checkpoint)) {
      return false;
    }
    boolean isFirst =
        checkpoint.sequence() == 0 && checkpoint.digest().equals(crypto.hash(Service.NEW));
    return isFirst || certificate.proves(checkpoint, quorum, n, crypto);
  }

  Checkpoint checkpoint() {
    return (Checkpoint) stable.content();
  }

  long sequence() {
    return checkpoint().sequence();
  }

  Stability taking(long sequence, Service state) {
    List<Taken> more = new ArrayList<>(taken);
    more.add(new Taken(sequence, state));
    return new Stability(stable, service, votes, more);
  }

  /**
   * With that vote, unless its signer has voted at that sequence number. Of each signer only the
   * last few are kept: nobody can fill the memory with votes of what will never be.
   */
  Stability voted(Statement vote, Checkpoint checkpoint) {
    boolean isLate =
        checkpoint.sequence() <= sequence() || checkpoint.sequence() % OrderLog.INTERVAL != 0;
    boolean isTwice =
        votes.stream()
            .anyMatch(v -> v.by() == vote.by() && of(v).sequence() == checkpoint.sequence());
    if (isLate || isTwice) {
      return this;
    }
    List<Statement> more = new ArrayList<>(votes);
    more.add(vote);
    List<Statement> own = more.stream().filter(v -> v.by() == vote.by()).toList();
    if (own.size() > VOTES_MAX) {
      more.remove(own.stream().min(Comparator.comparingLong(v -> of(v).sequence())).orElseThrow());
    }
    more.sort(
        Comparator.comparingLong((Statement v) -> of(v).sequence())
            .thenComparingInt(Statement::by));
    return new Stability(stable, service, more, taken);
  }

  /** The certificate of the first checkpoint that so many agree on, or null. */
  Certificate agreedBy(int quorum) {
    for (Statement vote : votes) {
      List<Statement> same =
          votes.stream().filter(v -> v.content().equals(vote.content())).toList();
      if (same.size() >= quorum) {
        return Certificate.of(vote.content(), same);
      }
    }
    return null;
  }

  /** With that certificate's checkpoint as the stable one. */
  Stability stabilised(Certificate certificate) {
    Checkpoint to = (Checkpoint) certificate.content();
    Service own =
        taken.stream()
            .filter(t -> t.sequence() == to.sequence())
            .map(Taken::service)
            .findFirst()
            .orElse(null);
    return new Stability(
        certificate,
        own,
        votes.stream().filter(v -> of(v).sequence() > to.sequence()).toList(),
        taken.stream().filter(t -> t.sequence() > to.sequence()).toList());
  }

  /** With the state at the stable checkpoint, which was fetched. */
  Stability fetched(Service state) {
    return new Stability(stable, state, votes, taken);
  }

  private static Checkpoint of(Statement vote) {
    return (Checkpoint) vote.content();
  }
}
