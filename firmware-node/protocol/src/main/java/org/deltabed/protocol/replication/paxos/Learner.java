package org.deltabed.protocol.replication.paxos;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Value;

/**
 * The learner of a process.
 *
 * @param learned the values of the instances from 1 on, without a gap
 * @param waiting what it knows to be chosen behind a gap
 */
public record Learner(List<Value> learned, List<Chosen> waiting) {
  public static final Learner NEW = new Learner(List.of(), List.of());

  public Learner {
    learned = List.copyOf(learned);
    waiting = List.copyOf(waiting);
  }

  /** The first instance that is not learned yet. */
  public long next() {
    return learned.size() + 1L;
  }

  /** With what was chosen; the first that it hears of an instance stays. */
  public Learner with(Chosen chosen) {
    if (knows(chosen.position())) {
      return this;
    }
    List<Chosen> more = new ArrayList<>(waiting);
    int at = 0;
    while (at < more.size() && more.get(at).position() < chosen.position()) {
      at++;
    }
    more.add(at, chosen);
    return new Learner(learned, more);
  }

  /** What is to be learned now, or null. */
  public Chosen ready() {
    return !waiting.isEmpty() && waiting.getFirst().position() == next()
        ? waiting.getFirst()
        : null;
  }

  /** With that, which is {@link #ready}, learned. */
  public Learner learning(Chosen chosen) {
    List<Value> more = new ArrayList<>(learned);
    more.add(chosen.value());
    List<Chosen> rest = waiting.stream().filter(each -> !each.equals(chosen)).toList();
    return new Learner(more, rest);
  }

  public boolean knows(long position) {
    return position < next() || waiting.stream().anyMatch(each -> each.position() == position);
  }

  /** Whether the value is chosen somewhere, for all that it knows. */
  public boolean knows(Value value) {
    return learned.contains(value) || waiting.stream().anyMatch(each -> each.value().equals(value));
  }

  /** The last instance of which it knows what was chosen, or 0. */
  public long lastInstance() {
    return waiting.isEmpty() ? learned.size() : waiting.getLast().position();
  }

  /** What was chosen in that position, which it {@link #knows(long)}. */
  public Chosen chosen(long position) {
    if (position < next()) {
      return new Chosen(position, learned.get((int) position - 1));
    }
    return waiting.stream().filter(each -> each.position() == position).findFirst().orElseThrow();
  }
}
