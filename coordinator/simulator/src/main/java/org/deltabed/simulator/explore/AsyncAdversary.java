package org.deltabed.simulator.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Seal;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Input;
import org.deltabed.simulator.automaton.LongMap;
import org.deltabed.simulator.automaton.Order;
import org.deltabed.simulator.automaton.Steps;

/**
 * The asynchronous adversary with P, one action at a time: a process is asked, a message arrives
 * (any that is on its way), a crash is detected by one process (any that happened, also before
 * messages of the crashed one arrive), a process crashes.
 *
 * <p>A message of a crashed sender need not arrive: where nothing else is left to happen the run
 * may end, and there it is judged. Whatever is then still on its way was lost. A message that means
 * nothing to its receiver any more arrives at once.
 */
final class AsyncAdversary implements Adversary<AsyncChoice> {
  /** In whose situation it is counted how often all have suspected falsely. */
  private static final int COUNTER = 1;

  private final AsyncSetting setting;
  private final Automaton automaton;
  private final Situations situations;
  private final Packing packing;
  private final Steps steps;
  private final Ending ending;
  private final StaleMessages stale;
  private final int n;
  private final Order order;
  private final int byzantine;
  private final int[] numbers;
  private final long[] now;
  private final int[] locals;
  private final LongMap added = new LongMap();

  private StateSet from;
  private int place;
  private Product product;
  private Consumer<AsyncChoice> told;
  private int alive;
  private int dead;

  /**
   * What a step may depend on: who is dead, and where it counts how many indications there were.
   */
  private int context;

  private int suspicionsLeft;

  // The ends that were judged: of the layers that are done, and of the one that is being expanded,
  // which may have to be expanded anew by another adversary.
  private BigInteger schedules = BigInteger.ZERO;
  private final Map<String, Findings.Broken> broken = new TreeMap<>();
  private BigInteger newSchedules = BigInteger.ZERO;
  private final Map<String, Findings.Broken> newBroken = new TreeMap<>();

  AsyncAdversary(AsyncSetting setting, Packing packing, Ending ending, StaleMessages stale) {
    this.setting = setting;
    this.stale = stale;
    this.packing = packing;
    this.ending = ending;
    automaton = setting.automaton();
    situations = setting.situations();
    n = automaton.n();
    order = new Order(n);
    byzantine = (int) setting.liberties().byzantine().bits();
    steps = new Steps(automaton);
    numbers = new int[n + 1];
    now = new long[n + 1];
    locals = new int[n + 1];
  }

  @Override
  public void expand(StateSet states, int at, int layer, Product into) {
    choices(states, at, layer, into, null);
  }

  @Override
  public void choices(
      StateSet states, int at, int layer, Product into, Consumer<AsyncChoice> each) {
    from = states;
    place = at;
    product = into;
    told = each;
    open();
    for (int p = 1; p <= n; p++) {
      if ((alive & bit(p)) != 0) {
        actionsOf(p);
      }
    }
    if (each == null && mayEnd()) {
      end();
    }
  }

  private void open() {
    packing.unpack(from, place, numbers);
    for (int p = 1; p <= n; p++) {
      now[p] = situations.get(numbers[p]);
      locals[p] = Situations.local(now[p]);
    }
    alive = steps.alive(locals);
    dead = ((1 << n) - 1) & ~alive & ~byzantine;
    context = dead;
    suspicionsLeft = setting.liberties().falseSuspicions() - Situations.errors(now[COUNTER]);
    for (int p = 1; p <= n; p++) {
      if (automaton.isOrdered() && (byzantine & bit(p)) == 0) {
        context = order.with(context, p, automaton.indications(locals[p]));
      }
    }
  }

  /** Everything that may happen to p. */
  private void actionsOf(int p) {
    int inbox = Situations.inbox(now[p]);
    arrivalsOf(p, inbox);
    if (automaton.isToBeAsked(locals[p])) {
      act(p, Input.ASK, inbox, 0, -1);
    }
    for (int q = 1; q <= n && setting.tells(); q++) {
      boolean isTold = (Situations.told(now[p]) & bit(q)) != 0;
      if (!isTold && ((dead | byzantine) & bit(q)) != 0) {
        act(p, Input.silence(q), inbox, q, -1);
      }
    }
    if (setting.tells() && suspicionsLeft > 0) {
      errorsOf(p);
    }
    if (Integer.bitCount(dead | byzantine) < setting.f()) {
      crash(p);
    }
  }

  /**
   * p suspects some that live and takes it back at once. To suspect for longer is to do so again,
   * at each moment at which it counts, and each time is counted: otherwise algorithms that change a
   * round with every suspicion would have rounds without end.
   */
  private void errorsOf(int p) {
    int others = alive & ~bit(p);
    for (int wrong = others; wrong != 0; wrong = (wrong - 1) & others) {
      int count = Integer.bitCount(wrong);
      if (count <= suspicionsLeft) {
        err(p, new ProcessSet(wrong), false);
        if (count > 1) {
          err(p, new ProcessSet(wrong), true);
        }
      }
    }
  }

  /**
   * @param backwards whether the last of them is suspected first
   */
  private void err(int p, ProcessSet wrong, boolean backwards) {
    List<Integer> order = new ArrayList<>();
    wrong.forEach(order::add);
    List<Integer> suspects = backwards ? order.reversed() : order;
    List<AsyncChoice> choices = new ArrayList<>();
    int local = locals[p];
    for (int q : suspects) {
      local = Steps.local(steps.step(p, local, Input.silence(q), context));
      choices.add(new AsyncChoice(AsyncChoice.Kind.DETECT, p, null, q, List.of()));
    }
    for (int q : suspects) {
      local = Steps.local(steps.step(p, local, Input.heard(q), context));
      choices.add(new AsyncChoice(AsyncChoice.Kind.RESTORE, p, null, q, List.of()));
    }
    if (local == locals[p]) {
      return;
    }
    int inbox = Situations.inbox(now[p]);
    List<AsyncChoice> arrived = move(p, local, inbox, Situations.told(now[p]), suspects.size());
    if (told != null) {
      AsyncChoice first = choices.removeFirst();
      choices.addAll(arrived);
      told.accept(first.then(choices));
    }
  }

  private void arrivalsOf(int p, int inbox) {
    int before = -1;
    for (int message : situations.messages(inbox)) {
      if (message != before && mayArrive(message)) {
        before = message;
        act(p, Input.frame(message), situations.without(inbox, message), 0, message);
      }
    }
  }

  /** What a Byzantine process says with signatures of others comes only after they were made. */
  private boolean mayArrive(int message) {
    int sender = situations.sender(message);
    if ((byzantine & bit(sender)) == 0) {
      return true;
    }
    for (Seal seal : situations.signatures(message)) {
      boolean isOfCorrect = (byzantine & bit(seal.by())) == 0;
      if (isOfCorrect && !automaton.hasSigned(locals[seal.by()], seal)) {
        return false;
      }
    }
    return true;
  }

  private void act(int p, int input, int inbox, int detected, int message) {
    long answer = steps.step(p, locals[p], input, context);
    int nowTold = Situations.told(now[p]) | (detected == 0 ? 0 : bit(detected));
    List<AsyncChoice> arrived = move(p, Steps.local(answer), inbox, nowTold, 0);
    if (told != null) {
      told.accept(choice(p, input, detected, message, arrived));
    }
  }

  /**
   * p has come to that local state; what it has to say is on its way.
   *
   * @param errors how many suspicions of it were wrong in that
   */
  private List<AsyncChoice> move(int p, int local, int inbox, int nowTold, int errors) {
    long composed = steps.step(p, local, Input.COMPOSE, context);
    int frame = Steps.frame(composed);
    stale.went(p, locals[p], Steps.local(composed));
    List<AsyncChoice> arrived = new ArrayList<>();
    product.begin(from.waysLow(place), from.waysHigh(place), 0);
    for (int q = 1; q <= n; q++) {
      long next = q == p ? Situations.situation(Steps.local(composed), inbox, nowTold) : now[q];
      if (q == COUNTER) {
        next = Situations.erringMore(next, errors);
      }
      boolean isDead = (alive & bit(q)) == 0;
      product.single(
          q, isDead ? situations.number(next) : settle(q, with(next, frame), arrived), 0);
    }
    product.combine(0);
    return arrived;
  }

  /** The situation without what is stale in it, which is put with the rest that arrived. */
  private int settle(int q, int number, List<AsyncChoice> arrived) {
    int settled = stale.settle(q, number);
    if (told != null && settled != number) {
      List<Integer> gone =
          new ArrayList<>(situations.messages(Situations.inbox(situations.get(number))));
      situations.messages(Situations.inbox(situations.get(settled))).forEach(gone::remove);
      gone.stream()
          .filter(message -> (byzantine & bit(situations.sender(message))) == 0)
          .forEach(message -> arrived.add(AsyncChoice.arrive(q, automaton.frame(message))));
    }
    return settled;
  }

  private AsyncChoice choice(
      int p, int input, int detected, int message, List<AsyncChoice> arrived) {
    if (message >= 0) {
      return AsyncChoice.arrive(p, automaton.frame(message)).then(arrived);
    }
    AsyncChoice.Kind kind =
        input == Input.ASK
            ? AsyncChoice.Kind.ASK
            : input == Input.heard(detected) ? AsyncChoice.Kind.RESTORE : AsyncChoice.Kind.DETECT;
    return new AsyncChoice(kind, p, null, detected, arrived);
  }

  /** The number of the situation with what was sent on its way to it. */
  private int with(long situation, int frame) {
    if (automaton.frame(frame).messages().isEmpty()) {
      return situations.number(situation);
    }
    long key = ((long) Situations.inbox(situation) << 20) | frame;
    long inbox = added.get(key);
    if (inbox == LongMap.MISSING) {
      inbox = situations.with(Situations.inbox(situation), frame);
      added.put(key, inbox);
    }
    return situations.number(
        Situations.situation(Situations.local(situation), (int) inbox, Situations.told(situation)));
  }

  private void crash(int p) {
    long answer = steps.step(p, locals[p], Input.CRASH, context | bit(p));
    product.begin(from.waysLow(place), from.waysHigh(place), 0);
    for (int q = 1; q <= n; q++) {
      long gone =
          Situations.erringMore(
              Situations.situation(Steps.local(answer), Situations.EMPTY, 0),
              Situations.errors(now[p]));
      product.single(q, q == p ? situations.number(gone) : numbers[q], 0);
    }
    product.combine(0);
    if (told != null) {
      told.accept(new AsyncChoice(AsyncChoice.Kind.CRASH, p, null, 0, List.of()));
    }
  }

  /** Nothing more must happen: the run may end here. */
  private void end() {
    BigInteger ways = Findings.ways(from, place);
    newSchedules = newSchedules.add(ways);
    for (Map.Entry<String, Outcome> property : ending.broken(locals).entrySet()) {
      newBroken.merge(
          property.getKey(),
          new Findings.Broken(ways, property.getValue().explanation()),
          Findings.Broken::and);
    }
  }

  /** Whether a run may end in that state, and breaks that property there. */
  boolean endsBroken(StateSet states, int at, String property) {
    from = states;
    place = at;
    open();
    return mayEnd() && ending.broken(locals).containsKey(property);
  }

  /** Whether nothing more must happen. */
  private boolean mayEnd() {
    for (int p = 1; p <= n; p++) {
      if ((alive & bit(p)) != 0 && mustGoOn(p)) {
        return false;
      }
    }
    return true;
  }

  private boolean mustGoOn(int p) {
    int told = Situations.told(now[p]);
    boolean isToBeTold = setting.tells() && ((dead | byzantine) & ~told) != 0;
    return isToBeTold
        || automaton.isToBeAsked(locals[p])
        || situations.messages(Situations.inbox(now[p])).stream()
            .anyMatch(message -> (alive & bit(situations.sender(message))) != 0);
  }

  @Override
  public void layerDone() {
    schedules = schedules.add(newSchedules);
    newBroken.forEach((id, more) -> broken.merge(id, more, Findings.Broken::and));
    newSchedules = BigInteger.ZERO;
    newBroken.clear();
  }

  BigInteger schedules() {
    return schedules;
  }

  Map<String, Findings.Broken> broken() {
    return broken;
  }

  private static int bit(int process) {
    return 1 << (process - 1);
  }
}
