package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Value;

/**
 * What a replica knows of one sequence number in its view.
 *
 * @param request what has that number, or null where nothing was accepted yet
 * @param prepares signed {@link PrepareOrder}s of this view, one of each process
 * @param commits who commits to which digest in this view, once each
 * @param prepared what a quorum prepared last, in this view or before, or null
 * @param committed whether a quorum has committed in this view
 */
public record Entry(
    long sequence,
    Value request,
    List<Statement> prepares,
    List<Data> commits,
    Prepared prepared,
    boolean committed) {
  public Entry {
    prepares = List.copyOf(prepares);
    commits = List.copyOf(commits);
  }

  static Entry empty(long sequence) {
    return new Entry(sequence, null, List.of(), List.of(), null, false);
  }

  /** As a new view begins, with that request or null. */
  Entry anew(Value reissued) {
    return new Entry(sequence, reissued, List.of(), List.of(), prepared, false);
  }

  Entry accepting(Value accepted) {
    return new Entry(sequence, accepted, prepares, commits, prepared, committed);
  }

  /** With that vote; a second one of the same process does not count. */
  Entry preparedBy(Statement vote) {
    if (prepares.stream().anyMatch(p -> p.by() == vote.by())) {
      return this;
    }
    List<Statement> more = new ArrayList<>(prepares);
    more.add(vote);
    more.sort(Comparator.comparingInt(Statement::by));
    return new Entry(sequence, request, more, commits, prepared, committed);
  }

  /** With that commit; a second one of the same process does not count. */
  Entry committedBy(int process, Value digest) {
    if (commits.stream().anyMatch(c -> c.source() == process)) {
      return this;
    }
    List<Data> more = new ArrayList<>(commits);
    more.add(new Data(process, digest));
    more.sort(Comparator.comparingInt(Data::source));
    return new Entry(sequence, request, prepares, more, prepared, committed);
  }

  /** Those who prepare exactly that. */
  List<Statement> prepares(PrepareOrder order) {
    return prepares.stream().filter(p -> p.content().equals(order)).toList();
  }

  /** How many commit to that digest. */
  int commits(Value digest) {
    return (int) commits.stream().filter(c -> c.message().equals(digest)).count();
  }

  Entry asPrepared(Prepared proof) {
    return new Entry(sequence, request, prepares, commits, proof, committed);
  }

  Entry asCommitted() {
    return new Entry(sequence, request, prepares, commits, prepared, true);
  }

  /** Whether it was prepared in that view. */
  boolean isPreparedIn(long view) {
    return prepared != null && prepared.order().view() == view;
  }
}
