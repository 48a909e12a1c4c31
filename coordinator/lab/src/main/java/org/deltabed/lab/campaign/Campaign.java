package org.deltabed.lab.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.broker.EmbeddedBroker;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.CollectionAccount;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.TraceInbox;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.lab.plan.Case;
import org.deltabed.lab.plan.Plan;
import org.deltabed.lab.report.Report;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;

/** One campaign from plan to report: broker, testbed, runs, evidence, verdict. */
public final class Campaign {

  private static final int ATTEMPTS_MAX = 5;
  private static final long JITTER_MEASURE_NS = 1_500_000_000;
  private static final long BROKER_MS = 15_000;

  private final Plan plan;
  private final CampaignOptions options;
  private final CampaignProgress progress;
  private final TestbedOpener opener;
  private final List<CampaignRun> made = new ArrayList<>();
  private final String startedUtc = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  private HostJitter hostJitter;
  private Session session;
  private RunFolder folder;
  private Testbed testbed;

  /** A campaign that {@link #run} will run on the virtual testbed. */
  public Campaign(Plan plan, CampaignOptions options, CampaignProgress progress) {
    this(
        plan,
        options,
        progress,
        (session, testbed, broker, traces) ->
            testbed.coordinator().taps()
                ? BenchTestbed.onStage(session, testbed, broker, traces, progress)
                : VirtualTestbed.start(session, testbed, broker, traces));
  }

  /** A campaign that {@link #run} will run on the testbed that {@code opener} brings up. */
  public Campaign(
      Plan plan, CampaignOptions options, CampaignProgress progress, TestbedOpener opener) {
    this.plan = plan;
    this.options = options;
    this.progress = progress;
    this.opener = opener;
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
    Testbed described = TestbedFile.load(plan.testbed());
    RunFolder.requireId(options.id());
    options.broker().ifPresent(address -> ExternalBroker.access(address, Set.of()));
    progress.phase("measuring the host's jitter");
    testbed = resolve(described);
    folder = RunFolder.create(options.runs(), options.id());
    folder.keep(plan, testbed);
    session = Session.create(testbed);
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

  /** Chooses the receive jitter, and with it slots that hold on this host. */
  private Testbed resolve(Testbed described) throws InterruptedException {
    if (!described.receiveJitterRange().measured()) {
      return described;
    }
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
    Map<Integer, Credentials> nodes = Session.nodeCredentials(testbed);
    try (BrokerConnection broker = broker(rules, nodes);
        TraceStore traces = new TraceStore(folder.traces())) {
      Cluster cluster = new Cluster();
      TraceInbox inbox = new TraceInbox(session.id(), cluster, traces);
      try (LabLink link = new LabLink(rules, broker.access(), inbox)) {
        if (!link.awaitConnected(BROKER_MS)) {
          throw new BadInput(
              "--broker",
              0,
              "cannot reach " + broker.access().url() + ": " + link.lastError(),
              "start it, and check address, user and password");
        }
        progress.phase("starting " + testbed.n() + " nodes");
        try (LiveTestbed live = opener.open(session, testbed, broker.access(), folder.traces())) {
          return runAll(
              new CampaignParts(plan, session.id(), testbed, live, cluster, traces, link));
        } finally {
          CollectionAccount.of(traces, inbox, cluster, link).write(folder.path());
        }
      }
    }
  }

  /** The broker of this campaign; closing it ends it only if it is the embedded one. */
  private record BrokerConnection(BrokerAccess access, Optional<EmbeddedBroker> embedded)
      implements AutoCloseable {
    @Override
    public void close() {
      embedded.ifPresent(EmbeddedBroker::close);
    }
  }

  private BrokerConnection broker(AccessRules rules, Map<Integer, Credentials> nodes)
      throws IOException {
    if (options.broker().isPresent()) {
      return new BrokerConnection(
          ExternalBroker.access(options.broker().get(), nodes.keySet()), Optional.empty());
    }
    Credentials lab = Credentials.fresh(Credentials.LAB_USER);
    Map<String, String> passwords = new HashMap<>();
    passwords.put(lab.user(), lab.password());
    nodes.values().forEach(user -> passwords.put(user.user(), user.password()));
    EmbeddedBroker embedded = EmbeddedBroker.start(rules, passwords);
    return new BrokerConnection(
        new BrokerAccess(embedded.url(), lab, nodes), Optional.of(embedded));
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
            plan.proposalsOf(number, testbed.n()),
            planned.faults(),
            planned.expect());
    while (true) {
      CampaignRun attempt = new RunAttempt(parts, run).make();
      made.add(attempt);
      writeCampaign(false);
      RunVerdict verdict = judgeLast(attempt.id());
      boolean again =
          run.attempt() < ATTEMPTS_MAX
              && (attempt.state() == RunState.ABORTED
                  || (verdict.verdict() == Verdict.BOUND_BROKEN
                      && run.expect() != Verdict.BOUND_BROKEN));
      progress.attempted(verdict, again);
      if (!again) {
        return attempt.state();
      }
      run = run.again(nonce());
    }
  }

  private static String nonce() {
    return Session.hex(8);
  }

  private RunVerdict judgeLast(String id) {
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
