package org.deltabed.protocol.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.State;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Effects.Effect;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Every crash schedule of an algorithm in rounds: in each round any processes crash, and each one's
 * message of that round reaches any of the others. Round by round, each state once.
 */
final class RoundExplorer {
  /** A process's crash or decision; round 0 if there was none. */
  private record Fate(int crashRound, int decisionRound, Value decision) {
    static final Fate NONE = new Fate(0, 0, null);
  }

  /** The states when a round begins, with what each process says in it (null: nothing). */
  private record Node(List<State> states, List<Value> said, List<Fate> fates) {
    ProcessSet crashed() {
      ProcessSet crashed = ProcessSet.EMPTY;
      for (int p = 1; p <= fates.size(); p++) {
        crashed = fates.get(p - 1).crashRound > 0 ? crashed.with(p) : crashed;
      }
      return crashed;
    }

    boolean isOver() {
      return fates.stream().allMatch(fate -> fate.crashRound > 0 || fate.decisionRound > 0);
    }
  }

  private final Protocol protocol;
  private final Setup setup;
  private final int n;
  private final List<PureStep> stacks = new ArrayList<>();
  private int round;
  private List<State> states;
  private List<Value> said;
  private List<Fate> fates;

  /** By how many crashed in all: the last round in which anybody decided, at worst. */
  final TreeMap<Integer, Integer> worstRound = new TreeMap<>();

  /** The properties that were broken, each with one way. */
  final Map<String, String> broken = new LinkedHashMap<>();

  private RoundExplorer(Protocol protocol, Setup setup) {
    this.protocol = protocol;
    this.setup = setup;
    this.n = setup.n();
  }

  static RoundExplorer explore(Protocol protocol, Setup setup) {
    RoundExplorer explorer = new RoundExplorer(protocol, setup);
    Set<Node> open = new LinkedHashSet<>();
    open.add(explorer.start());
    while (!open.isEmpty()) {
      Set<Node> next = new LinkedHashSet<>();
      explorer.round++;
      for (Node node : open) {
        if (node.isOver()) {
          explorer.judge(node);
        } else {
          explorer.crashes(node, 1, node.crashed(), Collections.nCopies(n(node), null), next);
        }
      }
      open = next;
    }
    return explorer;
  }

  private static int n(Node node) {
    return node.fates().size();
  }

  private Node start() {
    states = new ArrayList<>();
    said = new ArrayList<>(Collections.nCopies(n, null));
    fates = new ArrayList<>(Collections.nCopies(n, Fate.NONE));
    for (int p = 1; p <= n; p++) {
      PureStep stack = new PureStep(protocol.composition(), p, setup);
      stacks.add(stack);
      states.add(stack.state());
      int process = p;
      step(p, s -> setup.requests(protocol, process).forEach(r -> s.request(protocol.top(), r)));
    }
    return new Node(List.copyOf(states), new ArrayList<>(said), List.copyOf(fates));
  }

  /**
   * Chooses for p and those after it whether they crash in this round; {@code reached}, by rank-1:
   * who gets the message of one that does, null where it does not.
   */
  private void crashes(
      Node node, int p, ProcessSet crashed, List<ProcessSet> reached, Set<Node> next) {
    if (p > n) {
      next.add(oneRound(node, reached));
      return;
    }
    crashes(node, p + 1, crashed, reached, next);
    if (crashed.contains(p) || crashed.size() == setup.f()) {
      return;
    }
    long others = node.said().get(p - 1) == null ? 0 : ProcessSet.all(n).without(p).bits();
    for (long bits = others; ; bits = (bits - 1) & others) {
      List<ProcessSet> more = new ArrayList<>(reached);
      more.set(p - 1, new ProcessSet(bits));
      crashes(node, p + 1, crashed.with(p), more, next);
      if (bits == 0) {
        return;
      }
    }
  }

  private Node oneRound(Node node, List<ProcessSet> reached) {
    states = new ArrayList<>(node.states());
    said = new ArrayList<>(Collections.nCopies(n, null));
    fates = new ArrayList<>(node.fates());
    for (int p = 1; p <= n; p++) {
      if (reached.get(p - 1) != null) {
        Fate fate = fates.get(p - 1);
        fates.set(p - 1, new Fate(round, fate.decisionRound, fate.decision));
      }
      if (fates.get(p - 1).crashRound > 0) {
        states.set(p - 1, null); // what it knew makes no difference any more
        continue;
      }
      int receiver = p;
      step(
          p,
          stack -> {
            for (int q = 1; q <= n; q++) {
              ProcessSet to = reached.get(q - 1);
              Value message = node.said().get(q - 1);
              if (message != null && (to == null || to.contains(receiver))) {
                stack.deliver(q, protocol.top(), message);
              }
            }
            stack.cycleEnd();
          });
    }
    return new Node(
        Collections.unmodifiableList(states),
        Collections.unmodifiableList(said),
        List.copyOf(fates));
  }

  private void step(int p, Consumer<Stack> input) {
    PureStep stack = stacks.get(p - 1);
    stack.load(states.get(p - 1));
    for (Effect effect : stack.step(input)) {
      if (effect.event() == null) {
        said.set(p - 1, effect.message());
      } else if (effect.event() instanceof Decide(var value)) {
        fates.set(p - 1, new Fate(0, round, value));
      }
    }
    states.set(p - 1, stack.state());
  }

  private void judge(Node node) {
    List<Occurrence> occurrences = new ArrayList<>();
    TreeMap<Integer, Long> crashSlots = new TreeMap<>();
    int last = 0;
    for (int p = 1; p <= n; p++) {
      int process = p;
      setup
          .requests(protocol, p)
          .forEach(request -> occurrences.add(occurrence(process, 0, Direction.REQUEST, request)));
      Fate fate = node.fates().get(p - 1);
      if (fate.crashRound > 0) {
        crashSlots.put(p, (fate.crashRound - 1L) * n);
      }
      if (fate.decisionRound > 0) {
        last = Math.max(last, fate.decisionRound);
        occurrences.add(
            occurrence(
                p,
                (long) fate.decisionRound * n - 1,
                Direction.INDICATION,
                new Decide(fate.decision)));
      }
    }
    worstRound.merge(node.crashed().size(), last, Math::max);
    History history =
        new History(ProcessSet.all(n), node.crashed(), crashSlots, 100L * n, occurrences);
    for (Property property : protocol.properties()) {
      Outcome outcome = property.check(history);
      if (!outcome.holds()) {
        broken.putIfAbsent(property.id(), node.fates() + ": " + outcome.explanation());
      }
    }
  }

  private Occurrence occurrence(
      int process, long slot, Direction direction, org.deltabed.protocol.Event event) {
    return new Occurrence(process, 0, slot, protocol.top(), direction, event, "");
  }
}
