package org.deltabed.checker;

import java.util.List;
import java.util.function.Consumer;
import org.deltabed.protocol.catalogue.Protocol;

/**
 * Judges one run, in the order: broken bounds, gaps in the evidence, violated properties. In two
 * steps, so that the records of one run at a time are in the memory.
 */
final class RunJudge {
  /** What a run adds to the campaign. */
  record Judged(RunVerdict verdict, DelayHistogram delays, List<Suspicion> detections) {}

  /** Judged, but for the gaps that only the numbers of all files show. */
  interface Pending {
    Judged finish(Completeness numbers);
  }

  private RunJudge() {}

  static Pending judge(
      RunTrace trace, Protocol protocol, Campaign campaign, ClockOffsets clocks, Outside outside) {
    Reasons reasons = new Reasons();
    Crashes crashes = new Crashes(trace, outside);
    crashes.find(reasons);
    RunHistory occurrences = new RunHistory(trace);
    Suspicions suspicions = new Suspicions(trace, protocol, occurrences, crashes);
    new Assumptions(trace, crashes, suspicions, clocks, reasons).check();
    DelayHistogram delays = new Delays(trace, protocol, crashes, reasons).measure();
    Consumer<Completeness> gaps = new RunCompleteness(trace, crashes, reasons).check();
    Faulty faulty = Faulty.of(trace, crashes, campaign.crashesMax());
    new OrderMatch(trace, campaign, reasons).check();
    new PlanMatch(trace, crashes, reasons).check(faulty, protocol.model());
    new RequestMatch(trace, protocol, campaign.requestsEach(), crashes, reasons).check(occurrences);
    List<PropertyFinding> properties =
        new PropertyJudge(
                trace,
                protocol,
                occurrences,
                reasons,
                new LostRecords(trace, crashes),
                faulty.isMoreThanF())
            .judge(occurrences.history(crashes));
    RunVerdict facts =
        facts(
            trace,
            crashes,
            occurrences.decisions(protocol.top()),
            occurrences.indications(protocol.top()),
            suspicions.raised(),
            delays,
            properties,
            clocks.findings(trace));
    List<Suspicion> detections =
        suspicions.detections().stream().map(Suspicions.Detected::suspicion).toList();
    return numbers -> {
      gaps.accept(numbers);
      return new Judged(facts.because(reasons.verdict(), reasons.inOrder()), delays, detections);
    };
  }

  private static RunVerdict facts(
      RunTrace trace,
      Crashes crashes,
      List<Decision> decisions,
      List<Indication> indications,
      List<Suspicion> suspicions,
      DelayHistogram delays,
      List<PropertyFinding> properties,
      List<ClockFinding> clocks) {
    CampaignRun run = trace.run();
    long startNs = trace.time().startNs();
    long lastSlot = decisions.stream().mapToLong(Decision::slot).max().orElse(-1);
    long lastNs = decisions.stream().mapToLong(Decision::timeNs).max().orElse(startNs - 1);
    return new RunVerdict(
        run.id(),
        run.caseName(),
        run.attempt(),
        run.repeats(),
        true,
        Verdict.INCOMPLETE,
        run.expect(),
        startNs,
        crashes.findings(),
        decisions,
        decisions.isEmpty() ? -1 : lastSlot + 1,
        lastNs - startNs,
        indications,
        suspicions,
        delays.maxNs(),
        delays.maxUncertaintyNs(),
        delays.timed(),
        trace.nodes().values().stream().mapToLong(node -> node.lateFrames).sum(),
        properties,
        clocks,
        List.of());
  }
}
