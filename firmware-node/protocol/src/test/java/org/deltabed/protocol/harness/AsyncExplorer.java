package org.deltabed.protocol.harness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
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
 * The asynchronous adversary with P: messages arrive in any order; a crash is detected at any later
 * time, by each for itself, also before a message of the crashed process arrives; a crashed
 * process's messages may be lost one by one. Exhaustive: every order, each state once. The
 * properties are judged where nothing is left to happen.
 */
final class AsyncExplorer {
  /** Long after everything that is owed. */
  private static final long AFTER_ALL = 1_000;

  /** More than a test should take; the simulator has no such limit. */
  private static final int STATES_MAX = 300_000;

  private record Flight(int sender, int to, String instance, Value message) {}

  /** What the future and the verdict depend on. */
  private record Key(
      List<State> states,
      List<Flight> flights,
      ProcessSet crashed,
      List<ProcessSet> told,
      ProcessSet asked,
      List<List<Event>> indications) {}

  /** A key and how it was reached. */
  private record Node(Key key, Node from, String action, List<Occurrence> occurrences) {}

  private final Protocol protocol;
  private final Setup setup;
  private final int n;
  private final int f;

  /** States that were visited with other values. */
  private int statesBefore;

  private final List<PureStep> stacks = new ArrayList<>();
  private final Set<Key> visited = new HashSet<>();
  private final ArrayDeque<Node> open = new ArrayDeque<>();

  /** The properties that were broken, each with the story of one way. */
  final Map<String, String> broken = new LinkedHashMap<>();

  private AsyncExplorer(Protocol protocol, Setup setup) {
    this.protocol = protocol;
    this.setup = setup;
    this.n = setup.n();
    this.f = setup.f();
  }

  /**
   * Explores everything, with every vector of values; {@code late}: the requests come in any order
   * and at any time, else all at first.
   */
  static AsyncExplorer explore(Protocol protocol, int n, int f, boolean late) {
    AsyncExplorer before = null;
    for (Setup setup : Setup.all(protocol, n, f)) {
      AsyncExplorer explorer = new AsyncExplorer(protocol, setup);
      if (before != null) {
        explorer.broken.putAll(before.broken);
        explorer.statesBefore = before.states();
      }
      explorer.begin(late);
      while (!explorer.open.isEmpty()) {
        explorer.expand(explorer.open.pop());
      }
      before = explorer;
    }
    return before;
  }

  int states() {
    return statesBefore + visited.size();
  }

  private void begin(boolean late) {
    List<State> states = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      stacks.add(new PureStep(protocol.composition(), p, setup));
      states.add(stacks.getLast().state());
    }
    boolean asks = !requests(1).isEmpty();
    Node node =
        new Node(
            new Key(
                states,
                List.of(),
                ProcessSet.EMPTY,
                java.util.Collections.nCopies(n, ProcessSet.EMPTY),
                asks ? ProcessSet.EMPTY : ProcessSet.all(n),
                java.util.Collections.nCopies(n, List.of())),
            null,
            "",
            List.of());
    for (int p = 1; p <= n; p++) {
      node = apply(node, p, node.key(), "", stacks.get(p - 1).initial());
    }
    for (int p = 1; asks && !late && p <= n; p++) {
      node = ask(node, p);
    }
    add(node);
  }

  private void add(Node node) {
    if (visited.size() > STATES_MAX) {
      throw new IllegalStateException(
          "too much for a test: " + protocol.name() + " n=" + n + " f=" + f);
    }
    if (visited.add(node.key())) {
      open.push(node);
    }
  }

  private void expand(Node node) {
    Key key = node.key();
    int before = 0;
    for (int i = 0; i < key.flights().size(); i++) {
      if (i > 0 && key.flights().get(i).equals(key.flights().get(i - 1))) {
        continue;
      }
      Flight flight = key.flights().get(i);
      before++;
      add(arrive(node, i, flight));
      if (key.crashed().contains(flight.sender())) {
        add(lose(node, i, flight));
      }
    }
    for (int p = 1; p <= n; p++) {
      if (key.crashed().contains(p)) {
        continue;
      }
      if (!key.asked().contains(p)) {
        before++;
        add(ask(node, p));
      }
      for (int dead = key.crashed().first(); dead != 0; dead = key.crashed().next(dead)) {
        if (!key.told().get(p - 1).contains(dead)) {
          before++;
          add(detect(node, p, dead));
        }
      }
      if (key.crashed().size() < f) {
        add(crash(node, p));
      }
    }
    if (before == 0) {
      judge(node);
    }
  }

  private Node ask(Node node, int p) {
    Key key = node.key();
    List<Event> requests = requests(p);
    return step(
        node,
        p,
        with(key, key.flights(), key.crashed(), key.told(), key.asked().with(p)),
        "p" + p + " is asked",
        stack -> requests.forEach(request -> stack.request(protocol.top(), request)));
  }

  private List<Event> requests(int p) {
    return setup.requests(protocol, p);
  }

  private Node arrive(Node node, int i, Flight flight) {
    Key key = node.key();
    return step(
        node,
        flight.to(),
        with(key, without(key.flights(), i), key.crashed(), key.told(), key.asked()),
        "p" + flight.to() + " gets " + flight.message() + " of p" + flight.sender(),
        stack -> stack.deliver(flight.sender(), flight.instance(), flight.message()));
  }

  private Node lose(Node node, int i, Flight flight) {
    Key key = node.key();
    return new Node(
        with(key, without(key.flights(), i), key.crashed(), key.told(), key.asked()),
        node,
        flight.message() + " of p" + flight.sender() + " never reaches p" + flight.to(),
        List.of());
  }

  private Node detect(Node node, int p, int dead) {
    Key key = node.key();
    List<ProcessSet> told = new ArrayList<>(key.told());
    told.set(p - 1, told.get(p - 1).with(dead));
    return step(
        node,
        p,
        with(key, key.flights(), key.crashed(), told, key.asked()),
        "p" + p + " detects p" + dead,
        stack -> stack.silence(dead));
  }

  private Node crash(Node node, int p) {
    Key key = node.key();
    List<Flight> flights = key.flights().stream().filter(flight -> flight.to() != p).toList();
    return new Node(
        with(key, flights, key.crashed().with(p), key.told(), key.asked()),
        node,
        "p" + p + " crashes",
        List.of());
  }

  private Node step(Node from, int p, Key key, String action, Consumer<Stack> input) {
    PureStep stack = stacks.get(p - 1);
    stack.load(key.states().get(p - 1));
    return apply(from, p, key, action, stack.step(input));
  }

  /** The node after a step of p that had these effects. */
  private Node apply(Node from, int p, Key key, String action, List<Effect> effects) {
    List<State> states = new ArrayList<>(key.states());
    states.set(p - 1, stacks.get(p - 1).state());
    List<Flight> flights = new ArrayList<>(key.flights());
    List<List<Event>> indications = new ArrayList<>(key.indications());
    List<Occurrence> occurrences = new ArrayList<>();
    for (Effect effect : effects) {
      if (effect.event() != null) {
        occurrences.add(
            new Occurrence(p, 0, 0, effect.instance(), effect.direction(), effect.event(), ""));
        if (effect.direction() == Direction.INDICATION
            && effect.instance().equals(protocol.top())) {
          List<Event> own = new ArrayList<>(indications.get(p - 1));
          own.add(effect.event());
          indications.set(p - 1, own);
        }
        continue;
      }
      for (int to = 1; to <= n; to++) {
        if (!key.crashed().contains(to)) {
          flights.add(new Flight(p, to, effect.instance(), effect.message()));
        }
      }
    }
    flights.sort(
        Comparator.comparingInt(Flight::sender)
            .thenComparingInt(Flight::to)
            .thenComparing(Flight::toString));
    return new Node(
        new Key(states, flights, key.crashed(), key.told(), key.asked(), indications),
        from,
        action,
        occurrences);
  }

  private static Key with(
      Key key, List<Flight> flights, ProcessSet crashed, List<ProcessSet> told, ProcessSet asked) {
    return new Key(key.states(), flights, crashed, told, asked, key.indications());
  }

  private static List<Flight> without(List<Flight> flights, int i) {
    List<Flight> rest = new ArrayList<>(flights);
    rest.remove(i);
    return rest;
  }

  private void judge(Node node) {
    ArrayDeque<Node> path = new ArrayDeque<>();
    for (Node at = node; at != null; at = at.from()) {
      path.push(at);
    }
    List<Occurrence> occurrences = new ArrayList<>();
    path.forEach(at -> occurrences.addAll(at.occurrences()));
    TreeMap<Integer, Long> crashSlots = new TreeMap<>();
    node.key().crashed().forEach(p -> crashSlots.put(p, 0L));
    History history =
        new History(ProcessSet.all(n), node.key().crashed(), crashSlots, AFTER_ALL, occurrences);
    for (Property property : protocol.properties()) {
      Outcome outcome = property.check(history);
      if (!outcome.holds()) {
        broken.putIfAbsent(
            property.id(),
            String.join(
                    "; ",
                    path.stream().map(Node::action).filter(action -> !action.isEmpty()).toList())
                + ": "
                + outcome.explanation());
      }
    }
  }
}
