package org.deltabed.protocol.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.deltabed.protocol.Confirm;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Handle;
import org.deltabed.protocol.Processed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of job handlers; source of the first: dependable-systems-notes, 1.1.4 Module
 * Jobhandler. Jobs are not unique, so they are counted.
 */
public final class JobProperties {
  private JobProperties() {}

  /** What the synchronous job handler owes. */
  public static List<Property> synchronous(String instance) {
    return List.of(
        guaranteedResponse(instance),
        noCreation(instance),
        noDuplication(instance),
        processedFirst(instance));
  }

  /** What the asynchronous job handler owes. */
  public static List<Property> asynchronous(String instance) {
    return List.of(
        guaranteedResponse(instance),
        noCreation(instance),
        noDuplication(instance),
        eventualProcessing(instance));
  }

  public static Property guaranteedResponse(String instance) {
    return new NamedProperty(
        "guaranteed response",
        instance,
        "Every job submitted for handling is eventually confirmed",
        false,
        true,
        history ->
            checkFollows(history, instance, Handle.class, Confirm.class, history::isCorrect));
  }

  public static Property noCreation(String instance) {
    return new NamedProperty(
        "no creation",
        instance,
        "No job is confirmed or processed unless it was submitted",
        false,
        false,
        history -> checkSubmitted(history, instance, times -> times.before() == 0));
  }

  public static Property noDuplication(String instance) {
    return new NamedProperty(
        "no duplication",
        instance,
        "No job is confirmed or processed more often than it was submitted",
        false,
        false,
        history ->
            checkSubmitted(
                history, instance, times -> times.before() > 0 && times.now() > times.before()));
  }

  public static Property processedFirst(String instance) {
    return new NamedProperty(
        "processed first",
        instance,
        "No job is confirmed before it was processed",
        false,
        false,
        history -> checkProcessedFirst(history, instance));
  }

  public static Property eventualProcessing(String instance) {
    return new NamedProperty(
        "eventual processing",
        instance,
        "Every job that a correct process confirms is eventually processed",
        false,
        true,
        history ->
            checkFollows(history, instance, Confirm.class, Processed.class, history::isCorrect));
  }

  /** What one may hope of a confirmation, and the asynchronous handler does not owe. */
  public static Property uniformProcessing(String instance) {
    return new NamedProperty(
        "uniform processing",
        instance,
        "Every job that is confirmed is eventually processed",
        false,
        true,
        history -> checkFollows(history, instance, Confirm.class, Processed.class, p -> true));
  }

  /** A job at a process. */
  private record Job(int process, Value job) {}

  /** How often a job was submitted until now, and confirmed or processed, this time included. */
  private record Times(long before, long now) {}

  /** One job takes a cycle, so what has so many before it takes as many more. */
  private static Outcome checkFollows(
      History history,
      String instance,
      Class<? extends Event> cause,
      Class<? extends Event> effect,
      Predicate<Integer> counts) {
    Map<Job, Long> effects = new LinkedHashMap<>();
    at(history, instance, effect).forEach(o -> effects.merge(jobOf(o), 1L, Long::sum));
    Map<Integer, Long> before = new LinkedHashMap<>();
    long checked = 0;
    String tooShort = null;
    for (Occurrence o : at(history, instance, cause)) {
      if (!counts.test(o.process())) {
        continue;
      }
      long due = o.slot() + (1 + before.merge(o.process(), 1L, Long::sum)) * history.n();
      checked++;
      if (effects.merge(jobOf(o), -1L, Long::sum) >= 0) {
        continue;
      }
      String what = o + ", and no " + effect.getSimpleName() + " of it by slot " + due;
      if (history.lastedThrough(due)) {
        return Outcome.broken(checked, what, o);
      }
      tooShort = what;
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort + ", but the run ended after " + history.slots() + " slots")
        : Outcome.held(checked, checked + " jobs");
  }

  private static Outcome checkSubmitted(
      History history, String instance, Predicate<Times> isBroken) {
    Map<Job, Long> submitted = new LinkedHashMap<>();
    Map<Job, Long> confirmed = new LinkedHashMap<>();
    Map<Job, Long> processed = new LinkedHashMap<>();
    long checked = 0;
    for (Occurrence o : all(history, instance)) {
      if (o.event() instanceof Handle) {
        submitted.merge(jobOf(o), 1L, Long::sum);
        continue;
      }
      Map<Job, Long> counted = o.event() instanceof Confirm ? confirmed : processed;
      Times times =
          new Times(submitted.getOrDefault(jobOf(o), 0L), counted.merge(jobOf(o), 1L, Long::sum));
      checked++;
      if (isBroken.test(times)) {
        return Outcome.broken(
            checked,
            o
                + " for the "
                + times.now()
                + ". time, but it was submitted "
                + times.before()
                + " times before",
            o);
      }
    }
    return Outcome.held(checked, checked + " confirmations and processings of submitted jobs");
  }

  private static Outcome checkProcessedFirst(History history, String instance) {
    Map<Job, Long> processed = new LinkedHashMap<>();
    Map<Job, Long> confirmed = new LinkedHashMap<>();
    long checked = 0;
    for (Occurrence o : all(history, instance)) {
      if (o.event() instanceof Processed) {
        processed.merge(jobOf(o), 1L, Long::sum);
      } else if (o.event() instanceof Confirm) {
        checked++;
        long times = confirmed.merge(jobOf(o), 1L, Long::sum);
        long done = processed.getOrDefault(jobOf(o), 0L);
        if (times > done && times <= Math.max(1, submissions(history, instance, o))) {
          return Outcome.broken(checked, o + ", but it was not processed before", o);
        }
      }
    }
    return Outcome.held(checked, checked + " confirmations of processed jobs");
  }

  /** A confirmation too many is a duplicate, not one too early. */
  private static long submissions(History history, String instance, Occurrence confirmation) {
    return at(history, instance, Handle.class).stream()
        .filter(o -> jobOf(o).equals(jobOf(confirmation)))
        .count();
  }

  private static Job jobOf(Occurrence o) {
    return new Job(
        o.process(),
        switch (o.event()) {
          case Handle(var job) -> job;
          case Confirm(var job) -> job;
          case Processed(var job) -> job;
          default -> throw new IllegalStateException("no job in " + o);
        });
  }

  private static List<Occurrence> at(
      History history, String instance, Class<? extends Event> type) {
    Direction direction = type == Handle.class ? Direction.REQUEST : Direction.INDICATION;
    return history.of(instance, direction, type).toList();
  }

  private static List<Occurrence> all(History history, String instance) {
    return history.occurrences().stream()
        .filter(o -> o.instance().equals(instance))
        .filter(
            o ->
                o.event() instanceof Handle
                    || o.event() instanceof Confirm
                    || o.event() instanceof Processed)
        .toList();
  }
}
