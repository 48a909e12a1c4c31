package org.deltabed.simulator.explore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/**
 * What is explored.
 *
 * @param protocol the protocol, or one with a seeded mistake
 * @param n how many processes
 * @param f how many of them may crash, as the protocol is told
 * @param inputs the vectors of values, by rank-1, that are tried
 * @param requestsEach how many requests each process gets, where the workload has many
 * @param asked that only p1 to this one are asked for anything
 * @param lateSlots in how many slots, from the first, a process may be asked or not yet; 0 where
 *     all are asked as early as can be
 * @param crashCycles in how many cycles, from the first, processes may crash
 * @param settleCycles how many cycles follow without a crash, in which all that is owed happens
 * @param liberties what else the adversary may do
 */
public record Question(
    Protocol protocol,
    int n,
    int f,
    List<List<Value>> inputs,
    int requestsEach,
    int asked,
    int lateSlots,
    int crashCycles,
    int settleCycles,
    Liberties liberties) {

  /** Processes crash, and do nothing worse. */
  public Question(
      Protocol protocol,
      int n,
      int f,
      List<List<Value>> inputs,
      int requestsEach,
      int asked,
      int lateSlots,
      int crashCycles,
      int settleCycles) {
    this(
        protocol,
        n,
        f,
        inputs,
        requestsEach,
        asked,
        lateSlots,
        crashCycles,
        settleCycles,
        Liberties.NONE);
  }

  /**
   * The usual: every crash while the protocol is at work, and twice the time that it needs after.
   */
  public static Question of(Protocol protocol, int n, int f, int requestsEach) {
    int cycles = protocol.cycles(f);
    return new Question(
        protocol,
        n,
        f,
        protocol.workload().inputs(n),
        requestsEach,
        n,
        0,
        cycles + requestsEach - 1,
        2 * cycles + 1);
  }

  /** What runs in a schedule of it, with the inputs of that number. */
  Setting setting(String variant, int input) {
    return new Setting(protocol.id(), variant, n, f, inputs.get(input), requestsEach, liberties);
  }

  /** The same, and the adversary may do that too. */
  public Question with(Liberties others) {
    return new Question(
        protocol, n, f, inputs, requestsEach, asked, lateSlots, crashCycles, settleCycles, others);
  }

  /** The same, and processes are asked in any slot of the first cycle or when the second begins. */
  public Question askedLate() {
    return new Question(
        protocol, n, f, inputs, requestsEach, asked, n, crashCycles + 1, settleCycles, liberties);
  }

  /** The same, and only p1 to that one are asked for anything. */
  Question askingUpTo(int last) {
    return new Question(
        protocol,
        n,
        f,
        inputs.stream().filter(distinctUpTo(last)).toList(),
        requestsEach,
        last,
        lateSlots,
        crashCycles,
        settleCycles,
        liberties);
  }

  /** Vectors that differ only in what is not asked for are one. */
  private static Predicate<List<Value>> distinctUpTo(int last) {
    Set<List<Value>> seen = new HashSet<>();
    return values -> seen.add(values.subList(0, last));
  }
}
