package org.deltabed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.agent.AgentConfig;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.shell.AliveHold;
import org.deltabed.agent.shell.CommandDesk;
import org.deltabed.agent.shell.SpoolJournal;
import org.deltabed.agent.shell.StatusBoard;
import org.deltabed.agent.uplink.Uplink;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.Judge;
import org.deltabed.checker.Verdict;
import org.deltabed.checker.VerdictText;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.broker.EmbeddedBroker;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.TraceInbox;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.trace.Spool;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * A made campaign on its way from five spools to its verdict, by the parts that a campaign has: the
 * agents' uplinks, the embedded broker, the lab's inbox and store, the judge. All in this process;
 * on real nodes the uplinks' share is theirs.
 *
 * @param agentRecords that were in the spools
 * @param witnessRecords that lay in the run folder already
 * @param collectNs from the first connection until all records of agents are in their files
 * @param judgeNs from there to the verdict
 */
record Collection(long agentRecords, long witnessRecords, long collectNs, long judgeNs) {

  private static final long CONNECT_MS = 10_000;
  private static final long COLLECT_MS = 120_000;
  private static final long FINISH_NS = 2_000_000_000L;

  /** Makes a campaign and carries it through. */
  static Collection measure() throws IOException, InterruptedException {
    Testbed testbed = DefaultWiring.load();
    Path folder = ScratchFolder.create();
    try (Session session = Session.create(testbed)) {
      List<Spool> spools = new ArrayList<>();
      for (NodeSpec node : testbed.nodes()) {
        spools.add(Spool.openNewBoot(session.spool(node.id()), node.id()));
      }
      long witnessRecords = MadeCampaign.make(testbed, session.id(), spools, folder);
      long agentRecords = spools.stream().mapToLong(Spool::nextSeq).sum();
      long collectNs = collect(testbed, session, spools, folder.resolve("trace"), agentRecords);
      spools.forEach(Spool::close);
      long startNs = System.nanoTime();
      requirePass(Judge.judge(folder));
      return new Collection(agentRecords, witnessRecords, collectNs, System.nanoTime() - startNs);
    } finally {
      ScratchFolder.delete(folder);
    }
  }

  private static void requirePass(CampaignVerdict verdict) {
    if (verdict.verdict() != Verdict.PASS) {
      throw new IllegalStateException("the made campaign judges to " + VerdictText.of(verdict));
    }
  }

  private static long collect(
      Testbed testbed, Session session, List<Spool> spools, Path traces, long records)
      throws IOException, InterruptedException {
    AccessRules rules = new AccessRules(session.id());
    Map<Integer, Credentials> nodes = Session.nodeCredentials(testbed);
    Credentials lab = Credentials.fresh(Credentials.LAB_USER);
    Map<String, String> passwords = new HashMap<>();
    passwords.put(lab.user(), lab.password());
    nodes.values().forEach(user -> passwords.put(user.user(), user.password()));
    TraceStore store = new TraceStore(traces);
    try (EmbeddedBroker broker = EmbeddedBroker.start(rules, passwords)) {
      BrokerAccess access = new BrokerAccess(broker.url(), lab, nodes);
      TraceInbox inbox = new TraceInbox(session.id(), new Cluster(), store);
      try (LabLink link = new LabLink(rules, access, inbox)) {
        if (!link.awaitConnected(CONNECT_MS)) {
          throw new IOException("no connection: " + link.lastError());
        }
        Map<Uplink, Thread> uplinks = new HashMap<>();
        long startNs = System.nanoTime();
        for (Spool spool : spools) {
          Uplink uplink = uplink(testbed, session, spool, access);
          uplinks.put(uplink, Thread.ofPlatform().daemon().start(uplink));
        }
        await(store, records);
        store.close();
        long collectNs = System.nanoTime() - startNs;
        for (Map.Entry<Uplink, Thread> uplink : uplinks.entrySet()) {
          uplink.getKey().finish(uplink.getValue(), FINISH_NS);
        }
        return collectNs;
      }
    }
  }

  private static void await(TraceStore store, long records) throws InterruptedException {
    long endNs = System.nanoTime() + COLLECT_MS * 1_000_000;
    while (store.taken() < records) {
      if (System.nanoTime() > endNs) {
        throw new IllegalStateException(store.taken() + " of " + records + " records came");
      }
      Thread.sleep(1);
    }
  }

  private static Uplink uplink(Testbed testbed, Session session, Spool spool, BrokerAccess access)
      throws IOException {
    Credentials user = access.nodes().get(spool.node());
    Path password = session.folder().resolve(user.user() + ".password");
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, user.password());
    AgentConfig config =
        new AgentConfig(
            spool.node(),
            session.wiring(),
            session.id(),
            session.key(),
            session.spool(spool.node()),
            "none",
            null,
            null,
            spool.node(),
            0,
            new AgentConfig.Mqtt(access.url(), user.user(), password, null));
    int frameSession = AgentConfig.frameSession(session.id());
    BusKey key = BusKey.load(session.key());
    return new Uplink(
        config,
        null,
        NodeSettings.of(testbed, spool.node(), spool.boot(), frameSession, key),
        new SpoolJournal(spool),
        spool,
        new CommandDesk(),
        new StatusBoard(),
        MonotonicClock.system(),
        AliveHold.NONE);
  }
}
