package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;

/**
 * The last view change of each process that sent one.
 *
 * @param last signed {@link ViewChange}s, by signer
 */
public record ViewChanges(List<Statement> last) {
  public static final ViewChanges NONE = new ViewChanges(List.of());

  public ViewChanges {
    last = List.copyOf(last);
  }

  ViewChanges with(Statement signed) {
    List<Statement> changed = new ArrayList<>();
    for (Statement other : last) {
      if (other.by() != signed.by()) {
        changed.add(other);
      } else if (view(other) >= view(signed)) {
        return this;
      }
    }
    changed.add(signed);
    changed.sort(Comparator.comparingInt(Statement::by));
    return new ViewChanges(changed);
  }

  /** Those to exactly that view. */
  List<Statement> to(long view) {
    return last.stream().filter(signed -> view(signed) == view).toList();
  }

  /** How many want that view or a later one. */
  long wanting(long view) {
    return last.stream().filter(signed -> view(signed) >= view).count();
  }

  /** The first view beyond that one, if so many want to leave it; else -1. */
  long wantedBeyond(long view, int processes) {
    List<Long> beyond =
        last.stream().map(ViewChanges::view).filter(wanted -> wanted > view).sorted().toList();
    return beyond.size() >= processes ? beyond.getFirst() : -1;
  }

  /** The stable checkpoint that is furthest, of view changes that are valid. */
  static Certificate furthestStable(List<Statement> valid) {
    Certificate furthest = null;
    long sequence = -1;
    for (Statement signed : valid) {
      ViewChange change = (ViewChange) signed.content();
      if (change.stableSequence() > sequence) {
        sequence = change.stableSequence();
        furthest = (Certificate) change.stable();
      }
    }
    return furthest;
  }

  /** The last sequence number that was prepared, or that one if there is none beyond it. */
  static long lastPrepared(List<Statement> valid, long sequence) {
    long last = sequence;
    for (Statement signed : valid) {
      for (Prepared prepared : ((ViewChange) signed.content()).preparations()) {
        last = Math.max(last, prepared.order().sequence());
      }
    }
    return last;
  }

  /** What has that number in the new view: what was prepared there in the latest view, or nil. */
  static Value reissued(List<Statement> valid, long sequence) {
    Value request = new Nil();
    long latest = -1;
    for (Statement signed : valid) {
      for (Prepared prepared : ((ViewChange) signed.content()).preparations()) {
        PrepareOrder order = prepared.order();
        if (order.sequence() == sequence && order.view() > latest) {
          latest = order.view();
          request = prepared.request();
        }
      }
    }
    return request;
  }

  private static long view(Statement signed) {
    return ((ViewChange) signed.content()).view();
  }
}
