package org.deltabed.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the campaign's verdict from those of its runs. */
final class CampaignSummary {
  /**
   * Rule of three: n trials without a failure show, with 95 % confidence, a probability below 3/n.
   */
  private static final double RULE_OF_THREE = 3;

  private final RunFolder folder;
  private final List<RunJudge.Judged> judged;
  private final List<RunVerdict> runs;
  private final Reasons reasons;
  private final HostHiccups hiccups;

  CampaignSummary(
      RunFolder folder, List<RunJudge.Judged> judged, Reasons reasons, HostHiccups hiccups) {
    this.folder = folder;
    this.judged = judged;
    this.runs =
        Counting.mark(
            judged.stream().map(RunJudge.Judged::verdict).toList(), folder.campaign().runs());
    this.reasons = reasons;
    this.hiccups = hiccups;
  }

  CampaignVerdict verdict() {
    Campaign campaign = folder.campaign();
    wholeCampaign(campaign);
    long deltaNs = folder.testbed().timing().deltaNs();
    DelayHistogram delays = new DelayHistogram(deltaNs);
    List<Detection> detections = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).counts()) {
        delays.add(judged.get(i).delays());
        detections.addAll(detections(runs.get(i).id(), judged.get(i).detections()));
      }
    }
    return new CampaignVerdict(
        CampaignVerdict.SCHEMA,
        worst(),
        campaign.id(),
        campaign.name(),
        campaign.protocol(),
        campaign.variant(),
        campaign.expect(),
        campaign.crashesMax(),
        deltaNs,
        delays.maxNs(),
        delays.maxUncertaintyNs(),
        delays.maxMessageNs(),
        delays.statistics(),
        runs.stream().filter(RunVerdict::counts).mapToLong(RunVerdict::lateFrames).sum(),
        runs.stream().mapToLong(RunVerdict::lateFrames).sum(),
        folder.testbed().timing().detectionBoundNs(),
        detections.stream().mapToLong(Detection::detectionNs).max().orElse(-1),
        detections,
        hiccups,
        reliability(delays),
        properties(),
        runs,
        reasons.inOrder(),
        folder.environment());
  }

  private void wholeCampaign(Campaign campaign) {
    if (!campaign.complete()) {
      String last =
          runs.isEmpty()
              ? ""
              : "; it ended after "
                  + runs.getLast().id()
                  + ", which is "
                  + runs.getLast().verdict();
      reasons.add(
          Verdict.INCOMPLETE,
          "unfinished campaign",
          0,
          "the lab did not finish the campaign" + last,
          "");
    }
    if (campaign.runs().isEmpty()) {
      reasons.add(Verdict.INCOMPLETE, "no run", 0, "the campaign has no run", "");
    }
  }

  private Verdict worst() {
    Verdict worst = reasons.verdict();
    for (RunVerdict run : runs) {
      worst = run.counts() ? worst.worse(run.verdict()) : worst;
    }
    return worst;
  }

  private static List<Detection> detections(String run, List<Suspicion> suspicions) {
    return suspicions.stream()
        .map(s -> new Detection(run, s.by(), s.of(), s.detectionNs(), s.lowerNs(), s.ref()))
        .toList();
  }

  private Reliability reliability(DelayHistogram delays) {
    long late =
        delays.late()
            + runs.stream().filter(RunVerdict::counts).mapToLong(RunVerdict::lateFrames).sum();
    long timed = delays.timed();
    // With late ones the rule does not hold; the observed share is all that is said then.
    double bound =
        late == 0
            ? RULE_OF_THREE / Math.max(RULE_OF_THREE, (double) timed)
            : (double) late / Math.max(late, timed);
    return new Reliability(timed, late, bound);
  }

  /** A property over all runs that count; the first run that breaks it explains it. */
  private List<PropertyFinding> properties() {
    Map<String, PropertyFinding> all = new LinkedHashMap<>();
    for (RunVerdict run : runs) {
      if (run.counts()) {
        run.properties().stream()
            .map(one -> run.verdict() == Verdict.BOUND_BROKEN ? asOwed(one) : one)
            .forEach(
                one -> all.merge(one.instance() + ":" + one.name(), one, CampaignSummary::both));
      }
    }
    return List.copyOf(all.values());
  }

  /** In a run whose bound broke: what needs δ was not owed there, so it cannot be broken. */
  private static PropertyFinding asOwed(PropertyFinding found) {
    return found.holds() || !found.needsDelta()
        ? found
        : new PropertyFinding(
            found.name(),
            found.instance(),
            true,
            0,
            true,
            "not owed: the bus broke its bound",
            List.of());
  }

  private static PropertyFinding both(PropertyFinding first, PropertyFinding next) {
    PropertyFinding shown = first.holds() ? next : first;
    boolean holds = first.holds() && next.holds();
    long checked = first.checked() + next.checked();
    // That one run gave no answer does not matter where others did.
    String explanation = holds && checked > 0 ? "" : shown.explanation();
    return new PropertyFinding(
        first.name(),
        first.instance(),
        holds,
        checked,
        first.needsDelta(),
        explanation,
        shown.refs());
  }
}
