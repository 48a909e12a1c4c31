package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Schedule;

/** Carries out a {@link Request}: one exploration for each instance that is judged. */
public final class Exploration {
  /** What was found at one instance. */
  public record Part(String instance, List<Property> properties, Findings findings) {}

  /** A property that is broken, and a schedule that does it; null if to find it takes too much. */
  public record Counterexample(Property property, Schedule schedule) {}

  /** What was found. */
  public record Result(Request request, List<Part> parts, List<Counterexample> counterexamples) {
    /** The part of the instance that requests go to, or of the one below whose properties count. */
    public Part top() {
      return parts.getFirst();
    }

    public boolean complete() {
      return parts.stream().allMatch(part -> part.findings().complete());
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
            .askingUpTo(request.asked());
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
      boolean timed = protocol.model().isPacedByCycles();
      Observed observed = new Observed(reads(judged), true, timed);
      Findings findings =
          request.kind() == Request.Kind.ASYNC
              ? async(observed, judged, broken, stopped, progress)
              : lockstep(observed, judged, broken, stopped, progress);
      parts.add(new Part(instance, judged, findings));
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

  private Findings lockstep(
      Observed observed,
      List<Property> judged,
      Map<Property, Schedule> broken,
      BooleanSupplier stopped,
      Consumer<Progress> progress) {
    Lockstep lockstep = new Lockstep(question, grain(), observed, judged, options);
    Findings findings = lockstep.explore(stopped, progress);
    for (Property property : judged) {
      if (findings.broken().containsKey(property.id())) {
        broken.put(
            property,
            ifFound(stopped, () -> lockstep.counterexample(property.id(), request.variant())));
      }
    }
    if (findings.complete() && findings.states() <= LATEST_STATES_MAX) {
      judgeLatest(lockstep, judged, broken);
    }
    return findings;
  }

  /** Null if it was stopped, or where the way back would take more states than may be kept. */
  private static Schedule ifFound(
      BooleanSupplier stopped, Supplier<Optional<? extends Schedule>> search) {
    try {
      return stopped.getAsBoolean() ? null : search.get().orElse(null);
    } catch (TooLarge e) {
      return null;
    }
  }

  /** What a property says of time shows where decisions are latest, with the run's own slots. */
  private void judgeLatest(
      Lockstep lockstep, List<Property> judged, Map<Property, Schedule> broken) {
    for (LockstepSchedule schedule : lockstep.latest(request.variant())) {
      Execution execution = LockstepRun.run(schedule);
      for (Property property : judged) {
        if (!property.check(execution.history()).holds()) {
          broken.putIfAbsent(property, schedule);
        }
      }
    }
  }

  private Findings async(
      Observed observed,
      List<Property> judged,
      Map<Property, Schedule> broken,
      BooleanSupplier stopped,
      Consumer<Progress> progress) {
    Asynchronous async = new Asynchronous(question, observed, judged, options);
    Findings findings = async.explore(stopped, progress);
    for (Property property : judged) {
      if (findings.broken().containsKey(property.id())) {
        broken.put(
            property,
            ifFound(stopped, () -> async.counterexample(property.id(), request.variant())));
      }
    }
    return findings;
  }

  private Lockstep.Grain grain() {
    return request.late() ? Lockstep.Grain.SLOT : Lockstep.Grain.of(protocol);
  }
}
