package org.deltabed.simulator.explore;

import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Model;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Setting;

/**
 * What is explored.
 *
 * @param protocol the protocol, or one with a seeded mistake
 * @param n how many processes
 * @param f how many of them may crash, as the protocol is told
 * @param crashes how many the adversary lets crash, at most f
 * @param inputs the vectors of values, by rank-1, that are tried
 * @param requestsEach how many requests each process gets, where the workload has many
 * @param asked that only p1 to this one are asked for anything
 * @param lateSlots in how many slots, from the first, a process may be asked or not yet; 0 where
 *     all are asked as early as can be
 * @param crashCycles in how many cycles, from the first, processes may crash
 * @param settleCycles how many cycles follow without a crash, in which all that is owed happens
 */
public record Question(
    Protocol protocol,
    int n,
    int f,
    int crashes,
    List<List<Value>> inputs,
    int requestsEach,
    int asked,
    int lateSlots,
    int crashCycles,
    int settleCycles) {

  /**
   * The usual: every crash while the protocol is at work, and twice the time that it needs after.
   */
  public static Question of(Protocol protocol, int n, int f, int requestsEach) {
    // In rounds it takes one more than there are crashes, however many these are.
    boolean inRounds = protocol.model() == Model.ROUNDS;
    int cycles = inRounds ? Math.max(protocol.cycles(), f + 1) : protocol.cycles();
    return new Question(
        protocol,
        n,
        f,
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
    return new Setting(protocol.id(), variant, n, f, inputs.get(input), requestsEach);
  }

  /** The same with fewer crashes than the protocol is made for. */
  Question withCrashes(int fewer) {
    return new Question(
        protocol, n, f, fewer, inputs, requestsEach, asked, lateSlots, crashCycles, settleCycles);
  }

  /** The same, and processes are asked in any slot of the first cycle or when the second begins. */
  public Question askedLate() {
    return new Question(
        protocol, n, f, crashes, inputs, requestsEach, asked, n, crashCycles + 1, settleCycles);
  }

  /** The same, and only p1 to that one are asked for anything. */
  Question askingUpTo(int last) {
    return new Question(
        protocol, n, f, crashes, inputs, requestsEach, last, lateSlots, crashCycles, settleCycles);
  }
}
