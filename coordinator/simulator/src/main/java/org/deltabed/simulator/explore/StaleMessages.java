package org.deltabed.simulator.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Input;
import org.deltabed.simulator.automaton.LongMap;
import org.deltabed.simulator.automaton.Steps;
import org.deltabed.simulator.automaton.TooLarge;

/**
 * Messages that are stale: their receiver neither changes nor says anything when they arrive, such
 * as the second copy of what was delivered. It makes no difference then when they do, so they
 * arrive at once, and an exploration looks at one order where there were many.
 *
 * <p>This is a partial-order reduction. That a message stays stale is not assumed. Where each
 * process went is kept, and after the exploration {@link #revived} looks for a state in which a
 * message that had been let go would have meant something after all. Those are kept in the next
 * exploration; without any, the runs that were explored are all runs there are, but for arrivals
 * that do nothing.
 *
 * <p>One for each thread that explores.
 */
final class StaleMessages {
  private static final int PROCESS_BITS = 4;
  private static final int LOCAL_BITS = 28;

  private final Situations situations;
  private final Steps steps;
  private final LongPredicate kept;

  /** By the number of a situation and the process: the situation without stale messages. */
  private final LongMap settled = new LongMap();

  /** From which local state to which a process went: a set of edges. */
  private final LongMap went = new LongMap();

  private final List<Edge> edges = new ArrayList<>();
  private final List<LetGo> letGo = new ArrayList<>();

  /** A process in a local state. */
  private record Place(int process, int local) {}

  private record Edge(Place from, Place to) {}

  private record LetGo(Place place, int message) {}

  /**
   * @param kept what is not to be let go, such as what {@link #revived} tells of
   */
  StaleMessages(Automaton automaton, Situations situations, LongPredicate kept) {
    this.situations = situations;
    this.kept = kept;
    steps = new Steps(automaton);
  }

  /** The number of that situation of a process when all that is stale in it has arrived. */
  int settle(int process, int number) {
    long key = ((long) number << PROCESS_BITS) | process;
    long known = settled.get(key);
    if (known == LongMap.MISSING) {
      known = letGo(process, situations.get(number));
      settled.put(key, known);
    }
    return (int) known;
  }

  private int letGo(int process, long situation) {
    int local = Situations.local(situation);
    int inbox = Situations.inbox(situation);
    for (int message : situations.messages(inbox)) {
      if (!kept.test(key(process, message)) && isStale(process, local, message)) {
        inbox = situations.without(inbox, message);
        letGo.add(new LetGo(new Place(process, local), message));
      }
    }
    return situations.number(Situations.situation(local, inbox, Situations.told(situation)));
  }

  private boolean isStale(int process, int local, int message) {
    return Steps.local(steps.step(process, local, Input.frame(message), 0)) == local;
  }

  /** Remembers that the process went from one local state to another. */
  void went(int process, int from, int to) {
    long key = ((long) from << LOCAL_BITS | to) << PROCESS_BITS | process;
    if (went.get(key) == LongMap.MISSING) {
      went.put(key, 1);
      edges.add(new Edge(new Place(process, from), new Place(process, to)));
    }
  }

  /**
   * Those messages that one of these let go and that would have meant something later.
   *
   * @throws TooLarge if it was stopped
   */
  static Set<Long> revived(List<StaleMessages> ofThreads, BooleanSupplier stopped) {
    Map<Place, Set<Place>> next = new HashMap<>();
    Map<Place, Set<Integer>> stale = new HashMap<>();
    Deque<LetGo> open = new ArrayDeque<>();
    for (StaleMessages each : ofThreads) {
      each.edges.forEach(e -> next.computeIfAbsent(e.from, _ -> new HashSet<>()).add(e.to));
      each.letGo.stream().filter(l -> isNew(stale, l)).forEach(open::add);
    }
    StaleMessages any = ofThreads.getFirst();
    Set<Long> revived = new TreeSet<>();
    while (!open.isEmpty()) {
      LetGo one = open.remove();
      if (stopped.getAsBoolean()) {
        throw new TooLarge("stopped before it was sure what was stale");
      }
      for (Place to : next.getOrDefault(one.place, Set.of())) {
        LetGo there = new LetGo(to, one.message);
        if (!any.isStale(to.process, to.local, one.message)) {
          revived.add(key(to.process, one.message));
        } else if (isNew(stale, there)) {
          open.add(there);
        }
      }
    }
    return revived;
  }

  private static boolean isNew(Map<Place, Set<Integer>> stale, LetGo one) {
    return stale.computeIfAbsent(one.place, _ -> new HashSet<>()).add(one.message);
  }

  private static long key(int process, int message) {
    return (long) message << PROCESS_BITS | process;
  }
}
