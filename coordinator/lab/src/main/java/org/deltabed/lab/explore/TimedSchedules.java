package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deltabed.checker.PropertyFinding;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.explore.Found.Asked;
import org.deltabed.lab.explore.Found.Counterexample;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.timed.ExploredSpace;
import org.deltabed.simulator.timed.Jitter;
import org.deltabed.simulator.timed.TimedExplorer;
import org.deltabed.simulator.timed.TimedReport;
import org.deltabed.simulator.timed.TimedReport.Finding;
import org.deltabed.simulator.timed.TimedRun;
import org.deltabed.wiring.Testbed;

/** Runs the program of the nodes in virtual time, and crashes them at instants in nanoseconds. */
public final class TimedSchedules {
  /** With several crashes there are too many schedules to try all: so many under each setting. */
  private static final long SAMPLES_EACH = 500;

  /** J is four times a host's worst lateness, so this is as late as a host may be. */
  private static final int PERCENT = 25;

  private static final List<Jitter> JITTERS =
      List.of(
          Jitter.NONE,
          new Jitter(Jitter.Shape.UNIFORM, PERCENT),
          new Jitter(Jitter.Shape.EXTREME, PERCENT));

  private TimedSchedules() {}

  /**
   * How to explore.
   *
   * @param random how many schedules to draw; 0 for each instant at which something changes
   * @param command the command that does the same again
   */
  public record Order(Testbed testbed, long random, long seed, int threads, String command) {}

  /** Explores until the end, or until it is stopped: then what was found by then is kept. */
  public static Found explore(
      Asked asked, Order order, BooleanSupplier stopped, TimedExplorer.Progress progress) {
    TimedExplorer explorer =
        new TimedExplorer(space(asked, order), order.threads, stopped, progress);
    TimedReport report =
        order.random > 0 ? explorer.random(order.random) : explorer.everyInstant(SAMPLES_EACH);
    boolean complete = report.runs() == report.planned() && !stopped.getAsBoolean();
    Verdict verdict = verdict(report, complete);
    Optional<Finding> first =
        report.findings().stream().filter(finding -> finding.verdict() == verdict).findFirst();
    Optional<RunVerdict> shown = first.map(finding -> TimedRun.run(finding.schedule()).judged());
    return new Found(
        asked,
        verdict,
        asked.protocol().properties().stream()
            .map(property -> judged(property, shown, verdict))
            .toList(),
        new Figures(
            complete ? Optional.empty() : Optional.of(Figures.STOPPED),
            Optional.empty(),
            report.runs(),
            List.of(),
            List.of(),
            Optional.of(report)),
        first.map(finding -> counterexample(finding, shown.orElseThrow(), order)),
        Cost.NONE);
  }

  private static ExploredSpace space(Asked asked, Order order) {
    ExploredSpace usual =
        ExploredSpace.of(
                order.testbed,
                asked.protocol().id(),
                asked.variant(),
                asked.f(),
                asked.protocol().cycles(),
                order.seed)
            .with(JITTERS);
    int requests = asked.requestsEach();
    return new ExploredSpace(
        usual.testbed(),
        usual.protocol(),
        usual.variant(),
        usual.crashesMax(),
        requests,
        usual.rounds() + requests - 1,
        usual.cycles(),
        usual.seed(),
        usual.proposals(),
        usual.drifts(),
        usual.jitters());
  }

  private static Verdict verdict(TimedReport report, boolean complete) {
    Verdict worst = report.verdicts().keySet().stream().reduce(Verdict.PASS, Verdict::worse);
    return complete ? worst : worst.worse(Verdict.INCOMPLETE);
  }

  /** One run is shown; of the others that did not pass it is open which properties they broke. */
  private static Judged judged(Property property, Optional<RunVerdict> shown, Verdict verdict) {
    Optional<PropertyFinding> broken =
        shown.stream()
            .filter(run -> run.verdict() == Verdict.VIOLATED)
            .flatMap(run -> run.properties().stream())
            .filter(finding -> !finding.holds() && id(finding).equals(property.id()))
            .findFirst();
    return broken
        .map(finding -> Judged.broken(property, BigInteger.ZERO, finding.explanation()))
        .orElse(Judged.not(property, verdict != Verdict.PASS));
  }

  private static String id(PropertyFinding finding) {
    return finding.instance() + ": " + finding.name();
  }

  private static Counterexample counterexample(Finding finding, RunVerdict run, Order order) {
    String broken =
        run.properties().stream()
            .filter(property -> !property.holds())
            .map(TimedSchedules::id)
            .findFirst()
            .orElse("");
    String story = finding.verdict() + ": " + finding.why() + "\nin " + finding.schedule();
    return new Counterexample(
        broken, "", finding.why(), "", story + "\nReplay: " + order.command, order.command);
  }
}
