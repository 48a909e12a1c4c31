package org.deltabed.lab.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltabed.checker.CampaignFile;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.HostJitter;
import org.deltabed.checker.Judge;
import org.deltabed.checker.RunState;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.checker.VerdictJson;
import org.deltabed.lab.bench.BenchTestbed;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.check.NodeOrders;
import org.deltabed.lab.check.Voices;
import org.deltabed.lab.check.WiringLook;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.CollectionAccount;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.TraceInbox;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.lab.plan.Case;
import org.deltabed.lab.plan.Plan;
import org.deltabed.lab.plan.PlanFile;
import org.deltabed.lab.provision.LabBundle;
import org.deltabed.lab.report.Report;
import org.deltabed.lab.virtual.HandPost;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.wire.RunSecret;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;

/** One campaign from plan to report: broker, testbed, runs, evidence, verdict. */
public final class Campaign {

  private static final int ATTEMPTS_MAX = 5;
  private static final long JITTER_MEASURE_NS = 1_500_000_000;
  private static final long BROKER_MS = 15_000;
  private static final long FORMER_MS_MAX = 20_000;

  private final Plan plan;
  private final CampaignOptions options;
  private final CampaignProgress progress;
  private final TestbedOpener opener;
  private final List<CampaignRun> made = new ArrayList<>();
  private final Optional<org.deltabed.checker.Campaign> stopped;
  private final Optional<LabBundle> bundle;
  private final String startedUtc;
  private HostJitter hostJitter;
  private Before before = Before.NOTHING;
  private Session session;
  private RunFolder folder;
  private Testbed testbed;

  /** A campaign that {@link #run} will run, on a bench where the testbed has one. */
  public Campaign(Plan plan, CampaignOptions options, CampaignProgress progress) {
    this(plan, options, progress, opener(options, progress));
  }

  /** A campaign that {@link #run} will run on the testbed that {@code opener} brings up. */
  public Campaign(
      Plan plan, CampaignOptions options, CampaignProgress progress, TestbedOpener opener) {
    this(plan, options, progress, opener, null);
  }

  private Campaign(
      Plan plan,
      CampaignOptions options,
      CampaignProgress progress,
      TestbedOpener opener,
      org.deltabed.checker.Campaign stopped) {
    this.plan = plan;
    this.options = options;
    this.progress = progress;
    this.opener = opener;
    this.stopped = Optional.ofNullable(stopped);
    bundle = options.bench().map(LabBundle::read);
    this.stopped.ifPresent(before -> made.addAll(before.runs()));
    startedUtc =
        this.stopped
            .map(org.deltabed.checker.Campaign::startedUtc)
            .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /**
   * A campaign that was stopped, by Ctrl-C or by the end of its coordinator, and is gone on with:
   * what it has made counts, the run in which it was stopped is made again (F39).
   *
   * @param options name its folder by the id
   * @throws BadInput if there is no such campaign, or nothing is left to do
   */
  public static Campaign resume(CampaignOptions options, CampaignProgress progress)
      throws IOException {
    Path path = RunFolder.open(options.runs(), options.id()).path();
    org.deltabed.checker.Campaign before = CampaignFile.read(path);
    if (before.complete()) {
      throw new BadInput(
          "--resume", 0, "campaign " + options.id() + " is complete", "look at its report");
    }
    Plan plan = PlanFile.kept(path).with(before.variant());
    return new Campaign(plan, options, progress, opener(options, progress), before);
  }

  private static TestbedOpener opener(CampaignOptions options, CampaignProgress progress) {
    if (options.bench().isPresent()) {
      return (session, testbed, broker, traces) ->
          BenchTestbed.real(session, testbed, broker, traces, progress);
    }
    return (session, testbed, broker, traces) ->
        testbed.coordinator().taps()
            ? BenchTestbed.onStage(session, testbed, broker, traces, progress)
            : VirtualTestbed.start(session, testbed, broker, traces);
  }

  /** The campaign's folder; null before {@link #run} made it. */
  public Path folder() {
    return folder == null ? null : folder.path();
  }

  /**
   * Runs the campaign, up to a run that cannot be carried through.
   *
   * @throws InterruptedException when it was stopped; everything it had started has ended, and what
   *     it has found is in its folder
   * @throws BadInput when the testbed, the broker or the id cannot be used
   */
  public CampaignVerdict run() throws IOException, InterruptedException {
    if (stopped.isPresent()) {
      reopen();
    } else {
      begin();
    }
    session =
        bundle.isPresent()
            ? Session.provisioned(testbed, bundle.get().session(), bundle.get().busKey(), before)
            : Session.create(testbed, before);
    boolean complete = false;
    CampaignVerdict verdict;
    try {
      writeCampaign(false);
      complete = runOnTestbed();
    } finally {
      boolean interrupted = Thread.interrupted(); // an interrupted thread can write no file
      try (Session ended = session) {
        ended.keepLogs(folder.path().resolve("logs"));
        writeCampaign(complete);
        verdict = judge(); // of a stopped campaign, too: INCOMPLETE, with what was found
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return verdict;
  }

  private void begin() throws IOException, InterruptedException {
    Testbed described = TestbedFile.load(plan.testbed());
    RunFolder.requireId(options.id());
    options.broker().ifPresent(address -> ExternalBroker.access(address, Set.of()));
    testbed = bundle.isPresent() ? described : resolve(described);
    requireBundle();
    folder = RunFolder.create(options.runs(), options.id());
    folder.keep(plan, testbed);
  }

  /** Real nodes have the wiring already; whatever is known to fail with them is refused now. */
  private void requireBundle() throws IOException {
    if (bundle.isPresent()) {
      bundle.get().require(testbed, Instant.now());
    } else if (!testbed.node(1).isVirtual()) {
      throw new BadInput(
          plan.testbed().toString(),
          0,
          "its nodes are real, and nothing says how to reach them",
          "make a bundle with deltabed provision, and name it: --bundle DIR");
    }
  }

  /** With the slots that it began with: one campaign has one δ. */
  private void reopen() throws IOException, InterruptedException {
    folder = RunFolder.open(options.runs(), options.id());
    testbed = ResolvedTestbedReader.read(folder.path().resolve("wiring.json"));
    hostJitter = stopped.orElseThrow().hostJitter();
    requireBundle();
    progress.phase(
        "waiting for the former testbed to switch itself off, for at most "
            + FORMER_MS_MAX / 1_000
            + " s");
    HandPost.awaitGone(testbed.name(), FORMER_MS_MAX);
    before = Before.of(folder.traces());
  }

  /** Chooses the receive jitter, and with it slots that hold on this host. */
  private Testbed resolve(Testbed described) throws InterruptedException {
    if (!described.receiveJitterRange().measured()) {
      return described;
    }
    progress.phase("measuring the host's jitter");
    var measured = org.deltabed.lab.host.HostJitter.measure(described.n() + 1, JITTER_MEASURE_NS);
    long jitterNs =
        measured.receiveJitterNs(
            described.receiveJitterRange().minNs(), described.receiveJitterRange().maxNs());
    hostJitter = new HostJitter(measured.samples(), measured.maxNs(), measured.p999Ns(), jitterNs);
    return described.withReceiveJitterNs(jitterNs);
  }

  /** False if a run could not be carried through. */
  private boolean runOnTestbed() throws IOException, InterruptedException {
    AccessRules rules = AccessRules.of(session.id(), testbed);
    try (CampaignBroker broker = CampaignBroker.open(options, bundle, rules, testbed);
        TraceStore traces = new TraceStore(folder.traces())) {
      Cluster cluster = new Cluster();
      TraceInbox inbox = new TraceInbox(session.id(), cluster, traces, progress::noticed);
      Voices voices = new Voices(inbox);
      try (LabLink link = new LabLink(rules, broker.access(), voices)) {
        if (!link.awaitConnected(BROKER_MS)) {
          throw broker.unreachable(link.lastError());
        }
        progress.phase(
            (testbed.node(1).isVirtual() ? "starting " : "looking for ") + testbed.n() + " nodes");
        try (LiveTestbed live = opener.open(session, testbed, broker.access(), folder.traces())) {
          look(live, voices, new NodeOrders(session.id(), link, cluster));
          CampaignParts parts =
              new CampaignParts(plan, session.id(), testbed, live, cluster, traces, link);
          if (bundle.isPresent()) {
            progress.phase("starting every node anew");
            new FreshBoots(parts).require();
          }
          return runAll(parts);
        } finally {
          CollectionAccount.of(traces, inbox, cluster, link).write(folder.path());
        }
      }
    }
  }

  /** Where there are instruments, the wires are looked at before anything relies on them (F10). */
  private void look(LiveTestbed live, Voices voices, NodeOrders commands)
      throws IOException, InterruptedException {
    if (live.instruments().isPresent()) {
      progress.phase("looking at the wiring");
      new WiringLook(testbed, live.instruments().get(), voices, commands)
          .refuseIfWrong(plan.testbed());
    }
    voices.stop();
  }

  private boolean runAll(CampaignParts parts) throws IOException, InterruptedException {
    progress.begin(plan.plannedRuns());
    try {
      int number = 0;
      for (Case planned : plan.cases()) {
        for (int i = 0; i < planned.repeat(); i++) {
          if (runUntilItCounts(parts, planned, number++) == RunState.ABORTED) {
            return false; // nor could the next one be
          }
        }
      }
      return true;
    } finally {
      progress.end();
    }
  }

  /**
   * A run whose bound broke, or that could not be carried through, is made again; the attempt stays
   * in the report. Says how far the last attempt came.
   */
  private RunState runUntilItCounts(CampaignParts parts, Case planned, int number)
      throws IOException, InterruptedException {
    RunPlan run =
        new RunPlan(
            "r%02d".formatted(number + 1),
            planned.name(),
            1,
            "",
            nonce(),
            RunSecret.fresh(),
            plan.proposalsOf(number, testbed.n()),
            planned.faults(),
            planned.expect());
    for (CampaignRun before : madeBefore(run.id())) {
      // What could not be carried through is tried anew, however often it was tried before.
      if (before.state() != RunState.ABORTED && !toBeMadeAgain(before, judged(before.id()))) {
        progress.madeBefore(before.id());
        return before.state();
      }
      run = run.again(nonce());
    }
    while (true) {
      CampaignRun attempt = make(parts, run);
      RunVerdict verdict = judged(attempt.id());
      boolean again = toBeMadeAgain(attempt, verdict);
      progress.attempted(verdict, again);
      if (!again) {
        return attempt.state();
      }
      run = run.again(nonce());
    }
  }

  /** If the lab dies in the attempt, its file says so already. */
  private CampaignRun make(CampaignParts parts, RunPlan run)
      throws IOException, InterruptedException {
    RunAttempt attempt = new RunAttempt(parts, run);
    progress.attempting(run.id(), run.caseName(), run.attempt(), run.faults());
    made.add(attempt.asStopped());
    writeCampaign(false);
    CampaignRun done = attempt.make();
    made.set(made.size() - 1, done);
    writeCampaign(false);
    return done;
  }

  private List<CampaignRun> madeBefore(String first) {
    return made.stream().filter(run -> run.firstAttempt().equals(first)).toList();
  }

  private static boolean toBeMadeAgain(CampaignRun attempt, RunVerdict verdict) {
    boolean broken =
        verdict.verdict() == Verdict.BOUND_BROKEN && attempt.expect() != Verdict.BOUND_BROKEN;
    return attempt.attempt() < ATTEMPTS_MAX && (attempt.state() == RunState.ABORTED || broken);
  }

  private static String nonce() {
    return Session.hex(8);
  }

  private RunVerdict judged(String id) {
    return Judge.judge(folder.path()).runs().stream()
        .filter(verdict -> verdict.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private CampaignVerdict judge() throws IOException {
    CampaignVerdict verdict = Judge.judge(folder.path());
    VerdictJson.write(folder.path(), verdict);
    Report.write(folder.path());
    return verdict;
  }

  private void writeCampaign(boolean complete) throws IOException {
    CampaignFile.write(
        folder.path(),
        new org.deltabed.checker.Campaign(
            org.deltabed.checker.Campaign.SCHEMA,
            folder.id(),
            plan.name(),
            session.id(),
            plan.seed(),
            plan.protocol(),
            plan.variant(),
            plan.crashesMax(),
            plan.requestsEach(),
            plan.expect(),
            startedUtc,
            hostJitter,
            complete,
            made));
  }
}
