package org.deltabed.lab.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.Reason;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.bench.BenchTestbed;
import org.deltabed.lab.campaign.Campaign;
import org.deltabed.lab.campaign.CampaignOptions;
import org.deltabed.lab.campaign.CampaignProgress;
import org.deltabed.lab.campaign.TestbedOpener;
import org.deltabed.lab.plan.PlanFile;
import org.deltabed.lab.virtual.VirtualTestbed;

/**
 * A campaign that was run with everything real: a process for each node, the serial driver on
 * pseudo-terminals, a broker.
 *
 * @param folder of the campaign
 * @param verdict that it gave
 */
public record LiveCampaign(Path folder, CampaignVerdict verdict) {

  private static final CampaignProgress SILENT =
      new CampaignProgress() {
        @Override
        public void phase(String what) {}

        @Override
        public void begin(int planned) {}

        @Override
        public void attempted(RunVerdict verdict, boolean willBeRepeated) {}

        @Override
        public void end() {}
      };

  /** Runs a plan on the virtual testbed; the campaign's folder is below that of the plan. */
  public static LiveCampaign run(Path plan) throws IOException, InterruptedException {
    return run(plan, "", Optional.empty(), VirtualTestbed::start);
  }

  /** Runs a plan on a virtual testbed behind a bench, which alone is the witness. */
  public static LiveCampaign onBench(Path plan) throws IOException, InterruptedException {
    return run(
        plan,
        "",
        Optional.empty(),
        (session, testbed, broker, traces) ->
            BenchTestbed.onStage(session, testbed, broker, traces, SILENT));
  }

  /**
   * Runs a plan. The host may be too noisy for every attempt of a run; then, and only then, the
   * campaign is run once more.
   */
  public static LiveCampaign run(
      Path plan, String variant, Optional<URI> broker, TestbedOpener opener)
      throws IOException, InterruptedException {
    LiveCampaign first = once(plan, variant, broker, opener);
    if (!first.hostWasTooNoisy()) {
      return first;
    }
    System.out.println(
        "The host stood still %d times, up to %d ms; this campaign is run once more: %s"
            .formatted(
                first.verdict.hostHiccups().count(),
                first.verdict.hostHiccups().maxNs() / 1_000_000,
                first.folder));
    return once(plan, variant, broker, opener);
  }

  private static LiveCampaign once(
      Path plan, String variant, Optional<URI> broker, TestbedOpener opener)
      throws IOException, InterruptedException {
    CampaignOptions options = new CampaignOptions(plan.resolveSibling("runs"), "", broker);
    Campaign campaign = new Campaign(PlanFile.load(plan).with(variant), options, SILENT, opener);
    CampaignVerdict verdict = campaign.run();
    return new LiveCampaign(campaign.folder(), verdict);
  }

  private boolean hostWasTooNoisy() {
    return verdict.hostHiccups().count() > 0
        && verdict.runs().stream()
            .anyMatch(
                run ->
                    run.counts()
                        && run.verdict() == Verdict.BOUND_BROKEN
                        && run.expect() != Verdict.BOUND_BROKEN);
  }

  /** The last attempt that counts of the case with that name. */
  public RunVerdict run(String caseName) {
    return verdict.runs().stream()
        .filter(run -> run.caseName().equals(caseName) && run.counts())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** The findings that make up the verdict of a run. */
  public static List<Reason> causes(RunVerdict run) {
    return run.reasons().stream().filter(reason -> reason.verdict() == run.verdict()).toList();
  }

  /** For messages of failed assertions. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(folder + " " + verdict.verdict() + verdict.reasons());
    for (RunVerdict run : verdict.runs()) {
      text.append("\n  ").append(run.id()).append(' ').append(run.verdict());
      causes(run).forEach(reason -> text.append("\n    ").append(reason.text()));
    }
    return text.toString();
  }
}
