package org.deltabed.protocol.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Effects.Effect;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Runs of the asynchronous adversary with P, drawn from a seed, where there are too many for {@link
 * AsyncExplorer}: several requests each, four processes, towers of several protocols. Every message
 * and every detection gets a weight when it is sent, so that some lag far behind the others.
 */
final class AsyncSample {
  /** Long after everything that is owed. */
  private static final long AFTER_ALL = 1_000;

  /** What may happen next; those of small weight tend to happen late. */
  private record Action(int weight, String name, Runnable happen) {}

  private record Flight(int sender, int to, String instance, Value message, int weight) {}

  private record Detection(int by, int dead, int weight) {}

  private final Protocol protocol;
  private final Setup setup;
  private final SplittableRandom random;
  private final List<PureStep> stacks = new ArrayList<>();
  private final List<List<Event>> requests = new ArrayList<>();
  private final List<Flight> flights = new ArrayList<>();
  private final List<Detection> detections = new ArrayList<>();
  private final List<Occurrence> occurrences = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private ProcessSet crashed = ProcessSet.EMPTY;

  private AsyncSample(Protocol protocol, Setup setup, long seed) {
    this.protocol = protocol;
    this.setup = setup;
    this.random = new SplittableRandom(seed);
  }

  /** The properties that so many runs broke, each with the story of the shortest. */
  static Map<String, String> broken(Protocol protocol, Setup setup, int runs) {
    return broken(protocol, setup, 0, runs);
  }

  /** The same for the seeds from the first up to the last, that one excluded. */
  static Map<String, String> broken(Protocol protocol, Setup setup, long first, long last) {
    Map<String, String> broken = new LinkedHashMap<>();
    for (long seed = first; seed < last; seed++) {
      AsyncSample run = new AsyncSample(protocol, setup, seed);
      run.run();
      run.judge(broken);
    }
    return broken;
  }

  private void run() {
    for (int p = 1; p <= setup.n(); p++) {
      stacks.add(new PureStep(protocol.composition(), p, setup));
      requests.add(new ArrayList<>(setup.requests(protocol, p)));
      apply(p, stacks.getLast().initial());
    }
    int crashes = random.nextInt(setup.f() + 1);
    int weight = 1 + random.nextInt(40);
    for (List<Action> next = enabled(crashes, weight);
        !next.isEmpty();
        next = enabled(crashes, weight)) {
      Action action = drawn(next);
      story.add(action.name());
      action.happen().run();
    }
  }

  private Action drawn(List<Action> actions) {
    int point = random.nextInt(actions.stream().mapToInt(Action::weight).sum());
    for (Action action : actions) {
      point -= action.weight();
      if (point < 0) {
        return action;
      }
    }
    throw new AssertionError("the weights do not add up");
  }

  private List<Action> enabled(int crashes, int crashWeight) {
    List<Action> actions = new ArrayList<>();
    for (Flight flight : flights) {
      actions.add(new Action(flight.weight(), "", () -> arrive(flight)));
      if (crashed.contains(flight.sender())) {
        actions.add(new Action(1 + flight.weight() / 4, "", () -> lose(flight)));
      }
    }
    for (Detection detection : detections) {
      actions.add(new Action(detection.weight(), "", () -> detect(detection)));
    }
    for (int p = 1; p <= setup.n(); p++) {
      int process = p;
      if (!crashed.contains(p) && !requests.get(p - 1).isEmpty()) {
        actions.add(new Action(20, "", () -> ask(process)));
      }
    }
    if (crashed.size() < crashes) {
      for (int p = 1; p <= setup.n(); p++) {
        int process = p;
        if (!crashed.contains(p)) {
          actions.add(new Action(crashWeight, "", () -> crash(process)));
        }
      }
    }
    return actions;
  }

  private int weight() {
    return random.nextInt(3) == 0 ? 1 : 100;
  }

  private void arrive(Flight flight) {
    flights.remove(flight);
    told("p" + flight.to() + " gets " + flight.message() + " of p" + flight.sender());
    step(flight.to(), stack -> stack.deliver(flight.sender(), flight.instance(), flight.message()));
  }

  private void lose(Flight flight) {
    flights.remove(flight);
    told(flight.message() + " of p" + flight.sender() + " never reaches p" + flight.to());
  }

  private void detect(Detection detection) {
    detections.remove(detection);
    told("p" + detection.by() + " detects p" + detection.dead());
    step(detection.by(), stack -> stack.silence(detection.dead()));
  }

  private void ask(int p) {
    Event request = requests.get(p - 1).removeFirst();
    told("p" + p + " is asked " + request);
    step(p, stack -> stack.request(protocol.top(), request));
  }

  private void crash(int dead) {
    told("p" + dead + " crashes");
    crashed = crashed.with(dead);
    flights.removeIf(flight -> flight.to() == dead);
    detections.removeIf(detection -> detection.by() == dead);
    for (int p = 1; p <= setup.n(); p++) {
      if (!crashed.contains(p)) {
        detections.add(new Detection(p, dead, weight()));
      }
    }
  }

  private void told(String what) {
    story.set(story.size() - 1, what);
  }

  private void step(int p, Consumer<Stack> input) {
    apply(p, stacks.get(p - 1).step(input));
  }

  private void apply(int p, List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect.event() != null) {
        occurrences.add(
            new Occurrence(p, 0, 0, effect.instance(), effect.direction(), effect.event(), ""));
        continue;
      }
      for (int to = 1; to <= setup.n(); to++) {
        if (!crashed.contains(to)) {
          flights.add(new Flight(p, to, effect.instance(), effect.message(), weight()));
        }
      }
    }
  }

  private void judge(Map<String, String> broken) {
    TreeMap<Integer, Long> crashSlots = new TreeMap<>();
    crashed.forEach(p -> crashSlots.put(p, 0L));
    History history =
        new History(ProcessSet.all(setup.n()), crashed, crashSlots, AFTER_ALL, occurrences);
    for (Property property : protocol.properties()) {
      Outcome outcome = property.check(history);
      if (!outcome.holds()) {
        String told = String.join("; ", story) + ": " + outcome.explanation();
        broken.merge(property.id(), told, (old, more) -> more.length() < old.length() ? more : old);
      }
    }
  }
}
