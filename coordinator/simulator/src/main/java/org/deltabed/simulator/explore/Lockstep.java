package org.deltabed.simulator.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.RoundAlgorithm;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History.Bus;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.automaton.TooLarge;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Setting;

/** Explores every schedule of the lockstep adversary. */
public final class Lockstep {
  /** How much of the schedule one step of the adversary is. */
  public enum Grain {
    SLOT,
    ROUND;

    /** Algorithms that are written in rounds are explored in rounds: there are far fewer states. */
    public static Grain of(Protocol protocol) {
      boolean inRounds =
          protocol.composition().shared().isEmpty()
              && protocol.composition().top().maker().apply(new Component.Context(1, 1))
                  instanceof RoundAlgorithm<?>;
      return inRounds ? ROUND : SLOT;
    }
  }

  static final String STOPPED = "stopped";

  private final Question question;
  private final ExploreOptions options;
  private final Grain grain;
  private final Automaton automaton;
  private final Ending ending;
  private final LockstepSetting setting;

  public Lockstep(
      Question question,
      Grain grain,
      Observed observed,
      List<Property> judged,
      ExploreOptions options) {
    this.question = question;
    this.options = options;
    this.grain = grain;
    int n = question.n();
    automaton =
        new Automaton(question.protocol(), n, question.f(), question.requestsEach(), observed);
    int perCycle = grain == Grain.ROUND ? 1 : n;
    List<Integer> asks = new ArrayList<>();
    List<Value> values = question.inputs().getFirst();
    for (int p = 1; p <= n; p++) {
      asks.add(automaton.asks(p, values.get(p - 1)));
    }
    int crashLayers = question.crashCycles() * perCycle;
    int settling = question.settleCycles() * perCycle;
    long slots = (long) (question.crashCycles() + question.settleCycles()) * n;
    ending = new Ending(automaton, judged, slots, bus(question));
    setting =
        new LockstepSetting(
            automaton,
            question.f(),
            asks,
            question.lateSlots(),
            crashLayers,
            crashLayers + settling,
            question.liberties());
  }

  /** The most that the bus may have done, and the latest. */
  private static Bus bus(Question question) {
    Liberties liberties = question.liberties();
    long stableFrom = liberties.losses() > 0 ? (long) question.crashCycles() * question.n() : 0;
    return new Bus(stableFrom, liberties.repetitions());
  }

  /** Explores until the end, until it is stopped, or until it is too large. */
  public Findings explore(BooleanSupplier stopped, Consumer<Progress> progress) {
    try (Layers<SlotChoice> layers =
        new Layers<>(question.n(), options, this::adversary, stopped, progress)) {
      layers.begin(initial(), automaton.size());
      int layer = 0;
      Optional<String> unfinished = Optional.empty();
      try {
        while (layer < setting.layers()) {
          if (!layers.next(layer, setting.layers())) {
            return findings(layers, layer, Optional.of(STOPPED));
          }
          layer++;
        }
      } catch (TooLarge e) {
        unfinished = Optional.of(e.getMessage());
      }
      return findings(layers, layer, unfinished);
    }
  }

  private Adversary<SlotChoice> adversary(Packing packing) {
    return grain == Grain.ROUND
        ? new RoundAdversary(setting, packing, options.symmetric())
        : new SlotAdversary(setting, packing);
  }

  private Adversary<SlotChoice> adversary(Packing packing, LockstepSetting with) {
    return grain == Grain.ROUND
        ? new RoundAdversary(with, packing, false)
        : new SlotAdversary(with, packing);
  }

  private List<int[]> initial() {
    List<int[]> initial = new ArrayList<>();
    for (List<Value> values : question.inputs()) {
      int[] locals = new int[question.n() + 1];
      for (int p = 1; p <= question.n(); p++) {
        locals[p] = automaton.initial(p, values.get(p - 1));
      }
      initial.add(locals);
    }
    return initial;
  }

  /**
   * A schedule that breaks the property, with as few crashes as can be; the same one every time.
   *
   * @param variant the seeded mistake's id, or empty
   * @throws TooLarge if it is stopped, or takes more than may be kept
   */
  public Optional<LockstepSchedule> counterexample(
      String property, String variant, BooleanSupplier stopped) {
    for (int crashes = 0; crashes <= question.f(); crashes++) {
      Optional<LockstepSchedule> found =
          counterexample(property, variant, new Search(crashes, stopped));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<LockstepSchedule> counterexample(
      String property, String variant, Search search) {
    int[] locals = new int[question.n() + 1];
    for (int place = 0; place < search.last().size(); place++) {
      search.packing.unpack(search.last(), place, locals);
      if (ending.broken(locals).containsKey(property)) {
        return Optional.of(schedule(search.wayTo(place), variant));
      }
    }
    return Optional.empty();
  }

  /**
   * For each number of crashes that happen, a schedule in which the last indication comes as late
   * as it can; the same ones every time. Numbers for which nobody indicates anything are left out.
   *
   * @param variant the seeded mistake's id, or empty
   * @throws TooLarge if it is stopped, or takes more than may be kept
   */
  public List<LockstepSchedule> latest(String variant, BooleanSupplier stopped) {
    Search search = new Search(question.f(), stopped);
    int[] latest = new int[question.n() + 1];
    Arrays.fill(latest, -1);
    int[] locals = new int[question.n() + 1];
    for (int place = 0; place < search.last().size(); place++) {
      search.packing.unpack(search.last(), place, locals);
      int crashed = crashed(locals);
      int slot = search.last().decisionSlot(place);
      if (slot > 0 && (latest[crashed] < 0 || slot > search.last().decisionSlot(latest[crashed]))) {
        latest[crashed] = place;
      }
    }
    return Arrays.stream(latest)
        .filter(place -> place >= 0)
        .mapToObj(place -> schedule(search.wayTo(place), variant))
        .toList();
  }

  /** All layers at once, by one thread, so that ways can be found back. */
  private final class Search {
    final Packing packing = Packing.of(question.n(), 2 * automaton.size());
    private final Adversary<SlotChoice> adversary;
    private final List<StateSet> layers = new ArrayList<>();
    private long kept;

    Search(int crashes, BooleanSupplier stopped) {
      adversary = adversary(packing, setting.withCrashes(crashes));
      layers.add(Layers.first(initial(), packing, false));
      for (int layer = 0; layer < setting.layers(); layer++) {
        layers.add(Layers.next(layers.getLast(), adversary, layer, packing));
        kept += layers.getLast().size();
        if (kept > options.statesMax()) {
          throw new TooLarge("a way back would take more than " + options.statesMax() + " states");
        }
        if (stopped.getAsBoolean()) {
          throw new TooLarge("stopped on the way back");
        }
      }
    }

    StateSet last() {
      return layers.getLast();
    }

    Trail.Way<SlotChoice> wayTo(int place) {
      return new Trail<>(adversary, packing, question.n()).to(layers, place);
    }
  }

  private LockstepSchedule schedule(Trail.Way<SlotChoice> way, String variant) {
    Setting ofRun = question.setting(variant, way.beginning());
    List<LockstepSchedule.Crash> crashes =
        way.choices().stream().flatMap(choice -> choice.crashes().stream()).toList();
    List<LockstepSchedule.Ask> asks =
        question.lateSlots() == 0
            ? List.of()
            : way.choices().stream().flatMap(choice -> choice.asks().stream()).toList();
    List<LockstepSchedule.Harm> harms =
        way.choices().stream().flatMap(choice -> choice.harms().stream()).toList();
    return new LockstepSchedule(
        ofRun, question.crashCycles() + question.settleCycles(), crashes, asks, harms);
  }

  private Findings findings(Layers<SlotChoice> layers, int layer, Optional<String> unfinished) {
    int n = question.n();
    Integer[] decisions = new Integer[n + 1];
    Integer[] messages = new Integer[n + 1];
    Arrays.fill(decisions, 0);
    Arrays.fill(messages, 0);
    BigInteger schedules = BigInteger.ZERO;
    Map<String, Findings.Broken> broken = new TreeMap<>();
    int[] locals = new int[n + 1];
    for (StateSet part : layers.parts()) {
      for (int place = 0; place < part.size(); place++) {
        layers.packing().unpack(part, place, locals);
        int crashed = crashed(locals);
        decisions[crashed] = Math.max(decisions[crashed], part.decisionSlot(place));
        messages[crashed] = Math.max(messages[crashed], part.messages(place));
        BigInteger ways = Findings.ways(part, place);
        schedules = schedules.add(ways);
        if (unfinished.isEmpty()) {
          note(broken, ending.broken(locals), ways);
        }
      }
    }
    return new Findings(
        layers.states(),
        layers.transitions(),
        schedules,
        ending.histories(),
        List.of(decisions),
        List.of(messages),
        broken,
        unfinished,
        layer);
  }

  private int crashed(int[] locals) {
    int crashed = 0;
    for (int p = 1; p < locals.length; p++) {
      crashed += automaton.isAlive(locals[p]) ? 0 : 1;
    }
    return crashed;
  }

  private static void note(
      Map<String, Findings.Broken> broken, Map<String, Outcome> outcomes, BigInteger ways) {
    outcomes.forEach(
        (id, outcome) ->
            broken.merge(
                id, new Findings.Broken(ways, outcome.explanation()), Findings.Broken::and));
  }
}
