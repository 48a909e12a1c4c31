package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.automaton.TooLarge;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Schedule;

/** Carries out a {@link Request}: one exploration for each instance that is judged. */
public final class Exploration {
  /**
   * What was found at one instance.
   *
   * @param inSlots whether properties that count slots were judged too, on the latest schedules
   */
  public record Part(
      String instance, List<Property> properties, Findings findings, boolean inSlots) {
    /** Whether the property holds if it is not broken. */
    public boolean isJudged(Property property) {
      return findings.complete() && (inSlots || !property.countsSlots());
    }
  }

  /** A property that is broken, and a schedule that does it; null if to find it takes too much. */
  public record Counterexample(Property property, Schedule schedule) {}

  /** What was found. */
  public record Result(Request request, List<Part> parts, List<Counterexample> counterexamples) {
    /** The part of the instance that requests go to, or of the one below whose properties count. */
    public Part top() {
      return parts.getFirst();
    }

    public boolean complete() {
      return unfinished().isEmpty();
    }

    /** Why not everything was explored: of the first part that was not. */
    public Optional<String> unfinished() {
      return parts.stream()
          .map(part -> part.findings().unfinished())
          .flatMap(Optional::stream)
          .findFirst();
    }

    public boolean holds() {
      return counterexamples.isEmpty();
    }
  }

  /** Finding a way back keeps all layers: above this the latest decisions are told, not shown. */
  private static final long LATEST_STATES_MAX = 3_000_000;

  private final Request request;
  private final ExploreOptions options;
  private final Protocol protocol;
  private final Question question;

  public Exploration(Request request, ExploreOptions options) {
    this.request = request;
    this.options = options;
    protocol = request.protocol();
    check(request, options);
    Question usual =
        Question.of(protocol, request.n(), request.f(), request.requestsEach())
            .askingUpTo(request.asked())
            .with(request.liberties());
    question = request.late() ? usual.askedLate() : usual;
  }

  /**
   * Checks that the request can be explored in that way.
   *
   * @throws IllegalArgumentException whose message says what is wrong
   */
  public static void check(Request request, ExploreOptions options) {
    boolean inRounds =
        request.kind() == Request.Kind.LOCKSTEP
            && Lockstep.Grain.of(request.protocol()) == Lockstep.Grain.ROUND;
    if (request.kind() == Request.Kind.ASYNC && !request.protocol().model().ordersEnd()) {
      throw new IllegalArgumentException(
          request.protocolId()
              + " is made for "
              + request.protocol().model()
              + ", where some orders of messages never end: draw random ones, or see exhibit flp");
    }
    if (options.symmetric() && !inRounds) {
      throw new IllegalArgumentException(
          "symmetry is for algorithms in rounds: elsewhere processes have ranks that count");
    }
  }

  /** Explores until the end, or until it is stopped: then with what was found by then. */
  public Result run(BooleanSupplier stopped, Consumer<Progress> progress) {
    List<Part> parts = new ArrayList<>();
    Map<Property, Schedule> broken = new LinkedHashMap<>();
    for (String instance : instances()) {
      List<Property> judged =
          protocol.properties().stream().filter(p -> p.instance().equals(instance)).toList();
      // Where something happens in every cycle for ever, how often it did counts, and when.
      boolean timed = protocol.model().isPacedByCycles() || request.liberties().losses() > 0;
      boolean ordered = judged.stream().anyMatch(Property::readsOrder);
      boolean async = request.kind() == Request.Kind.ASYNC;
      Observed observed =
          new Observed(reads(judged), true, timed || (ordered && !async), ordered && async);
      parts.add(
          async
              ? async(instance, observed, judged, broken, stopped, progress)
              : lockstep(instance, observed, judged, broken, stopped, progress));
    }
    return new Result(
        request,
        parts,
        broken.entrySet().stream().map(e -> new Counterexample(e.getKey(), e.getValue())).toList());
  }

  private static Set<String> reads(List<Property> judged) {
    return judged.stream().flatMap(p -> p.reads().stream()).collect(Collectors.toSet());
  }

  /** The top's first; a protocol lists its own properties before those of what it uses. */
  private List<String> instances() {
    List<String> all = protocol.properties().stream().map(Property::instance).distinct().toList();
    return request.everyInstance() ? all : all.subList(0, 1);
  }

  private Part lockstep(
      String instance,
      Observed observed,
      List<Property> judged,
      Map<Property, Schedule> broken,
      BooleanSupplier stopped,
      Consumer<Progress> progress) {
    Lockstep lockstep = new Lockstep(question, grain(), observed, judged, options);
    Findings findings = lockstep.explore(stopped, progress);
    findWays(
        findings, judged, broken, id -> lockstep.counterexample(id, request.variant(), stopped));
    List<LockstepSchedule> latest =
        findings.complete() && findings.states() <= LATEST_STATES_MAX
            ? unlessTooLarge(() -> lockstep.latest(request.variant(), stopped)).orElse(null)
            : null;
    if (latest != null) {
      judgeLatest(latest, judged, broken);
    }
    return new Part(instance, judged, findings, latest != null);
  }

  /** For each property that is broken, a schedule; null where finding it takes too much. */
  private void findWays(
      Findings findings,
      List<Property> judged,
      Map<Property, Schedule> broken,
      Function<String, Optional<? extends Schedule>> search) {
    for (Property property : judged) {
      String id = property.id();
      if (findings.broken().containsKey(id)) {
        broken.put(property, unlessTooLarge(() -> search.apply(id).orElseThrow()).orElse(null));
      }
    }
  }

  /** What was found before is worth more than what could not be found, so it is kept. */
  private static <T> Optional<T> unlessTooLarge(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (TooLarge | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  /** What a property says of time shows where decisions are latest, with the run's own slots. */
  private static void judgeLatest(
      List<LockstepSchedule> latest, List<Property> judged, Map<Property, Schedule> broken) {
    for (LockstepSchedule schedule : latest) {
      Execution execution = LockstepRun.run(schedule);
      for (Property property : judged) {
        if (!property.check(execution.history()).holds()) {
          broken.putIfAbsent(property, schedule);
        }
      }
    }
  }

  private Part async(
      String instance,
      Observed observed,
      List<Property> judged,
      Map<Property, Schedule> broken,
      BooleanSupplier stopped,
      Consumer<Progress> progress) {
    List<Property> owed = judged.stream().filter(property -> !property.countsSlots()).toList();
    Asynchronous async = new Asynchronous(question, observed, owed, options);
    Findings findings = async.explore(stopped, progress);
    findWays(findings, owed, broken, id -> async.counterexample(id, request.variant(), stopped));
    return new Part(instance, owed, findings, false);
  }

  private Lockstep.Grain grain() {
    return request.late() ? Lockstep.Grain.SLOT : Lockstep.Grain.of(protocol);
  }
}
