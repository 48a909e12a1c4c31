package org.deltabed.lab.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.RunVerdict;

/** What was run, what happened and what holds, in sentences. */
final class Account {
  private Account() {}

  static String ofCampaign(ReportSource folder) {
    CampaignVerdict verdict = folder.verdict();
    List<RunVerdict> counting = verdict.runs().stream().filter(RunVerdict::counts).toList();
    return Stream.of(
            ran(folder, counting),
            crashes(verdict, counting),
            properties(verdict, counting),
            delays(verdict),
            detections(verdict),
            repeats(verdict))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String ran(ReportSource folder, List<RunVerdict> counting) {
    CampaignVerdict verdict = folder.verdict();
    String variant =
        verdict.variant().isEmpty()
            ? ""
            : " with the seeded mistake " + verdict.variant() + " in its agents";
    return CatalogueWords.name(verdict.protocol())
        + variant
        + " was run "
        + (counting.size() == 1 ? "once" : Words.count(counting.size(), "time"))
        + " on the "
        + Words.count(folder.testbed().n(), "node")
        + " of testbed "
        + folder.testbed().name().replace('-', '\u2011')
        + ".";
  }

  private static String crashes(CampaignVerdict verdict, List<RunVerdict> counting) {
    int crashes = counting.stream().mapToInt(run -> run.crashes().size()).sum();
    long runs = counting.stream().filter(run -> !run.crashes().isEmpty()).count();
    return crashes == 0
        ? "No node crashed."
        : Words.count(crashes, "node")
            + (crashes == 1 ? " was" : " were")
            + " lost in "
            + Words.count(runs, "run")
            + "; the protocol promises to bear "
            + verdict.crashesMax()
            + " a run.";
  }

  private static String properties(CampaignVerdict verdict, List<RunVerdict> counting) {
    if (verdict.properties().isEmpty() || counting.isEmpty()) {
      return "No property could be judged.";
    }
    List<String> broken =
        verdict.properties().stream()
            .filter(p -> !p.holds())
            .map(p -> p.name() + " of " + p.instance())
            .toList();
    return broken.isEmpty()
        ? held(verdict)
        : "Of its "
            + verdict.properties().size()
            + " properties "
            + (broken.size() == 1 ? "one does not hold: " : broken.size() + " do not hold: ")
            + String.join(", ", broken)
            + ".";
  }

  private static String held(CampaignVerdict verdict) {
    long judged = verdict.properties().stream().filter(p -> p.checked() > 0).count();
    return switch (verdict.verdict()) {
      case PASS, VIOLATED -> "All " + judged + " properties that were judged held.";
      case BOUND_BROKEN -> judged + " properties were judged and held, where the bound held.";
      case INCOMPLETE -> "As far as the records tell, " + judged + " properties held.";
    };
  }

  private static String delays(CampaignVerdict verdict) {
    if (verdict.maxDelayNs() < 0) {
      return "No delay was measured.";
    }
    String late =
        verdict.lateFrames() == 0
            ? "No frame was late"
            : Words.count(verdict.lateFrames(), "frame") + " came late";
    return late
        + ": the slowest of "
        + Words.count(verdict.delays().count())
        + " timed deliveries took "
        + Words.duration(verdict.maxDelayNs())
        + " where δ allows "
        + Words.duration(verdict.deltaNs())
        + ".";
  }

  private static String detections(CampaignVerdict verdict) {
    return verdict.maxDetectionNs() < 0
        ? ""
        : "The slowest detection of a crash took at most "
            + Words.duration(verdict.maxDetectionNs())
            + " of the "
            + Words.duration(verdict.detectionBoundNs())
            + " allowed.";
  }

  private static String repeats(CampaignVerdict verdict) {
    long repeated = verdict.runs().stream().filter(run -> !run.counts()).count();
    return repeated == 0
        ? ""
        : Words.count(repeated, "run")
            + (repeated == 1 ? " more does" : " more do")
            + " not count, and "
            + (repeated == 1 ? "stays" : "stay")
            + " listed.";
  }
}
