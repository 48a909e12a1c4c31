package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deltabed.lab.explore.Found.Asked;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.explore.Exploration;
import org.deltabed.simulator.explore.Exploration.Part;
import org.deltabed.simulator.explore.ExploreOptions;
import org.deltabed.simulator.explore.Findings;
import org.deltabed.simulator.explore.Progress;
import org.deltabed.simulator.explore.Request;
import org.deltabed.simulator.schedule.Schedule;

/** Tries every schedule that there is. */
public final class EverySchedule {
  private EverySchedule() {}

  /**
   * Explores until the end, or until it is stopped: then what was found by then is kept.
   *
   * @param shelf where a counterexample is put
   */
  public static Found explore(
      Request request,
      ExploreOptions options,
      BooleanSupplier stopped,
      Consumer<Progress> progress,
      Shelf shelf) {
    Exploration.Result result = new Exploration(request, options).run(stopped, progress);
    Map<Property, Schedule> schedules = new HashMap<>();
    result.counterexamples().forEach(each -> schedules.put(each.property(), each.schedule()));
    List<Judged> judged = new ArrayList<>();
    for (Part part : result.parts()) {
      part.properties()
          .forEach(property -> judged.add(judged(property, part, schedules.get(property))));
    }
    Optional<Judged> first = judged.stream().filter(Judged::isBroken).findFirst();
    return new Found(
        asked(request),
        Judged.verdict(judged),
        judged,
        Figures.of(
            result.top().findings(),
            result.parts().stream().map(Part::findings).toList(),
            result.unfinished(),
            request.f()),
        first.map(broken -> shelf.put(broken, schedules.get(broken.property()), stopped)),
        Cost.NONE);
  }

  /** The explanation is of the run of the schedule, whose slots are those of the run. */
  private static Judged judged(Property property, Part part, Schedule schedule) {
    Findings.Broken broken = part.findings().broken().get(property.id());
    if (broken == null && schedule == null) {
      return Judged.not(property, !part.isJudged(property));
    }
    return Judged.broken(
        property,
        broken == null ? BigInteger.ZERO : broken.schedules(),
        schedule == null ? broken.explanation() : Shelf.explanation(property, schedule));
  }

  private static Asked asked(Request request) {
    return new Asked(
        request.protocol(),
        request.variant(),
        request.n(),
        request.f(),
        request.kind().name().toLowerCase(Locale.ROOT),
        request.requestsEach(),
        request.asked(),
        request.liberties());
  }
}
