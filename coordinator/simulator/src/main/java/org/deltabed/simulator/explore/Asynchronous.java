package org.deltabed.simulator.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Alphabet;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Frame;
import org.deltabed.simulator.automaton.Input;
import org.deltabed.simulator.automaton.Message;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.automaton.Steps;
import org.deltabed.simulator.automaton.TooLarge;
import org.deltabed.simulator.schedule.AsyncSchedule;

/** Explores every order of what may happen when messages and detections take any time. */
public final class Asynchronous {
  private final Question question;
  private final ExploreOptions options;
  private final Automaton automaton;
  private final List<Property> judged;
  private final AsyncSetting setting;
  private final List<AsyncAdversary> adversaries = Collections.synchronizedList(new ArrayList<>());
  private final List<Ending> endings = new ArrayList<>();
  private final List<StaleMessages> stale = Collections.synchronizedList(new ArrayList<>());

  /** Messages that are stale in one state and not in a later one. */
  private final Set<Long> revived = new HashSet<>();

  public Asynchronous(
      Question question, Observed observed, List<Property> judged, ExploreOptions options) {
    this.question = question;
    this.options = options;
    this.judged = List.copyOf(judged);
    automaton =
        new Automaton(
            question.protocol().underAdversary(),
            question.n(),
            question.f(),
            question.requestsEach(),
            observed,
            !question.liberties().byzantine().isEmpty());
    setting =
        new AsyncSetting(
            automaton,
            new Situations(automaton),
            question.f(),
            automaton.hearsSilence(),
            question.liberties());
  }

  /** Explores until the end, until it is stopped, or until it is too large. */
  public Findings explore(BooleanSupplier stopped, Consumer<Progress> progress) {
    Map<String, Findings.Broken> broken = new TreeMap<>();
    while (true) {
      Findings findings = exploreOnce(stopped, progress);
      findings.broken().forEach(broken::putIfAbsent);
      if (!findings.complete()) {
        return findings.brokenToo(broken);
      }
      Set<Long> more;
      try {
        more = StaleMessages.revived(stale, stopped);
      } catch (TooLarge | OutOfMemoryError e) {
        return findings.unfinished("it is not sure which messages were stale: " + e.getMessage());
      }
      if (more.isEmpty()) {
        return findings;
      }
      revived.addAll(more);
      adversaries.clear();
      endings.clear();
      stale.clear();
    }
  }

  private Findings exploreOnce(BooleanSupplier stopped, Consumer<Progress> progress) {
    try (Layers<AsyncChoice> layers =
        new Layers<>(question.n(), options, this::adversary, stopped, progress)) {
      layers.begin(initial(), setting.situations().size());
      int layer = 0;
      Optional<String> unfinished = Optional.empty();
      try {
        while (layers.size() > 0) {
          if (!layers.next(layer, 0)) {
            return findings(layers, layer, Optional.of(Lockstep.STOPPED));
          }
          layer++;
        }
      } catch (TooLarge e) {
        unfinished = Optional.of(e.getMessage());
      }
      return findings(layers, layer, unfinished);
    }
  }

  /** Messages that looked stale and are not, so that they were kept. */
  Set<Long> revived() {
    return revived;
  }

  private AsyncAdversary adversary(Packing packing) {
    Ending ending = ending();
    endings.add(ending);
    StaleMessages lettingGo = lettingGo();
    stale.add(lettingGo);
    AsyncAdversary adversary = new AsyncAdversary(setting, packing, ending, lettingGo);
    adversaries.add(adversary);
    return adversary;
  }

  private Ending ending() {
    return new Ending(automaton, judged, 0, question.liberties().byzantine());
  }

  /** Where every transition is to be made by itself, every message is kept until it arrives. */
  private StaleMessages lettingGo() {
    LongPredicate kept = options.oneByOne() ? _ -> true : revived::contains;
    return new StaleMessages(automaton, setting.situations(), kept);
  }

  /**
   * A schedule that breaks the property, with as few crashes as can be and then as few actions; the
   * same one every time.
   *
   * @param variant the seeded mistake's id, or empty
   * @throws TooLarge if it is stopped, or takes more than may be kept
   */
  public Optional<AsyncSchedule> counterexample(
      String property, String variant, BooleanSupplier stopped) {
    int most = question.f() - question.liberties().byzantine().size();
    for (int crashes = 0; crashes <= most; crashes++) {
      Optional<AsyncSchedule> found = counterexample(property, variant, crashes, stopped);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<AsyncSchedule> counterexample(
      String property, String variant, int crashes, BooleanSupplier stopped) {
    Packing packing = Packing.of(question.n(), 2 * setting.situations().size());
    AsyncAdversary adversary =
        new AsyncAdversary(setting.withCrashes(crashes), packing, ending(), lettingGo());
    List<StateSet> layers = new ArrayList<>();
    layers.add(Layers.first(initial(), packing, false));
    long kept = 0;
    while (layers.getLast().size() > 0) {
      StateSet layer = layers.getLast();
      for (int place = 0; place < layer.size(); place++) {
        if (adversary.endsBroken(layer, place, property)) {
          Trail.Way<AsyncChoice> way =
              new Trail<>(adversary, packing, question.n()).to(layers, place);
          return Optional.of(
              AsyncTrail.schedule(question.setting(variant, way.beginning()), way.choices()));
        }
      }
      layers.add(Layers.next(layer, adversary, layers.size() - 1, packing));
      kept += layers.getLast().size();
      if (kept > options.statesMax() || stopped.getAsBoolean()) {
        throw new TooLarge("a way back over more than " + kept + " states, or it was stopped");
      }
    }
    return Optional.empty();
  }

  /** Everybody has started, and what they said at once is on its way; nobody was asked yet. */
  private List<int[]> initial() {
    List<int[]> initial = new ArrayList<>();
    Steps steps = new Steps(automaton);
    for (List<Value> values : question.inputs()) {
      int n = question.n();
      int[] locals = new int[n + 1];
      int inbox = Situations.EMPTY;
      for (int p = 1; p <= n; p++) {
        Value given = p <= question.asked() ? values.get(p - 1) : null;
        if (question.liberties().byzantine().contains(p)) {
          locals[p] = Steps.local(steps.step(p, automaton.initial(p, null), Input.CRASH, 0));
          continue;
        }
        long composed = steps.step(p, automaton.initial(p, given), Input.COMPOSE, 0);
        locals[p] = Steps.local(composed);
        inbox = setting.situations().with(inbox, Steps.frame(composed));
      }
      int[] numbers = new int[n + 1];
      for (int p = 1; p <= n; p++) {
        boolean lies = question.liberties().byzantine().contains(p);
        int coming = lies ? Situations.EMPTY : withMadeUp(inbox, p, values);
        numbers[p] = setting.situations().number(Situations.situation(locals[p], coming, 0));
      }
      initial.add(numbers);
    }
    return initial;
  }

  /** What Byzantine processes may say is on its way from the start: it may arrive, or not. */
  private int withMadeUp(int inbox, int to, List<Value> values) {
    int more = inbox;
    ProcessSet byzantine = question.liberties().byzantine();
    for (int b = byzantine.first(); b != 0; b = byzantine.next(b)) {
      for (Alphabet.Said said :
          question.protocol().alphabet().of(b, to, question.n(), question.f(), values)) {
        Frame frame = new Frame(b, List.of(new Message(said.instance(), said.message())));
        more = setting.situations().with(more, automaton.number(frame));
      }
    }
    return more;
  }

  private Findings findings(Layers<AsyncChoice> layers, int layer, Optional<String> unfinished) {
    BigInteger schedules = BigInteger.ZERO;
    Map<String, Findings.Broken> broken = new TreeMap<>();
    for (AsyncAdversary adversary : adversaries) {
      schedules = schedules.add(adversary.schedules());
      adversary.broken().forEach((id, more) -> broken.merge(id, more, Findings.Broken::and));
    }
    return new Findings(
        layers.states(),
        layers.transitions(),
        schedules,
        endings.stream().flatMap(Ending::ends).distinct().count(),
        List.of(),
        List.of(),
        broken,
        unfinished,
        layer);
  }
}
