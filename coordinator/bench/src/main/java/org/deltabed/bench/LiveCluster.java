package org.deltabed.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.deltabed.checker.Fault;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.broker.EmbeddedBroker;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.NodeView;
import org.deltabed.lab.collect.TraceInbox;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.lab.host.HostJitter;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.trace.JsonLinesReader;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * The default testbed, up and idle, with all the parts of a campaign but its runs: agents in their
 * processes, line, pins, broker, collection.
 */
final class LiveCluster implements AutoCloseable {

  private static final long JITTER_NS = 1_000_000_000;
  private static final long WAIT_MS = 40_000;
  private static final long UPLOAD_MS = 1_500;

  private final Testbed testbed;
  private final Session session;
  private final Path traces = ScratchFolder.create();
  private final Cluster cluster = new Cluster();
  private final TraceStore store = new TraceStore(traces);
  private final EmbeddedBroker broker;
  private final LabLink link;
  private final VirtualTestbed live;

  /** Starts it and waits until every node takes part. */
  LiveCluster() throws IOException, InterruptedException {
    testbed = resolved();
    session = Session.create(testbed);
    AccessRules rules = new AccessRules(session.id());
    Map<Integer, Credentials> nodes = Session.nodeCredentials(testbed);
    Credentials lab = Credentials.fresh(Credentials.LAB_USER);
    Map<String, String> passwords = new HashMap<>();
    passwords.put(lab.user(), lab.password());
    nodes.values().forEach(user -> passwords.put(user.user(), user.password()));
    broker = EmbeddedBroker.start(rules, passwords);
    BrokerAccess access = new BrokerAccess(broker.url(), lab, nodes);
    link = new LabLink(rules, access, new TraceInbox(session.id(), cluster, store));
    live = VirtualTestbed.start(session, testbed, access, traces);
    await("every node joins", () -> testbed.nodes().stream().allMatch(this::joined));
  }

  private static Testbed resolved() throws InterruptedException {
    Testbed described = DefaultWiring.load();
    HostJitter jitter = HostJitter.measure(described.n() + 1, JITTER_NS);
    return described.withReceiveJitterNs(
        jitter.receiveJitterNs(
            described.receiveJitterRange().minNs(), described.receiveJitterRange().maxNs()));
  }

  private boolean joined(NodeSpec node) {
    return live.alive(node.id()) && cluster.view(node.id()).map(NodeView::joined).orElse(false);
  }

  private void await(String what, BooleanSupplier condition)
      throws IOException, InterruptedException {
    if (!cluster.await(WAIT_MS, condition)) {
      throw new IOException("the cluster is not as it should be: " + what);
    }
  }

  Testbed testbed() {
    return testbed;
  }

  int boot(int node) {
    return cluster.view(node).orElseThrow().boot();
  }

  /** From now on the witness keeps what passes on the line. */
  void beginWatch(String name) throws IOException {
    live.beginRun(name);
  }

  /** The end of what is kept under that name. */
  void endWatch() throws IOException {
    live.endRun();
  }

  /** The witness's records of a watch that has ended. */
  List<TraceRecord> watched(String name) throws IOException {
    return records(name + "-lab.jsonl");
  }

  /** Waits until the line has seen so many rounds more. */
  void awaitCycles(int cycles) throws IOException, InterruptedException {
    long round = live.roundOnLine() + cycles;
    await("rounds pass", () -> live.roundOnLine() >= round);
  }

  /** Waits until nodes have sent what they recorded up to now. */
  void awaitRecords() throws InterruptedException {
    Thread.sleep(UPLOAD_MS);
  }

  /** The records of a boot of a node outside of runs, as far as they were collected. */
  List<TraceRecord> idleRecords(int node, int boot) throws IOException {
    store.flush();
    return records("idle-n" + node + "-b" + boot + ".jsonl");
  }

  private List<TraceRecord> records(String name) throws IOException {
    List<TraceRecord> records = new ArrayList<>();
    try (InputStream in = Files.newInputStream(traces.resolve(name));
        JsonLinesReader reader = new JsonLinesReader(name, in)) {
      for (TraceRecord record = reader.next(); record != null; record = reader.next()) {
        records.add(record);
      }
    }
    return records;
  }

  /** Cuts a node's power, gives it power again with these flags, and waits until it takes part. */
  void restart(int node, List<String> flags) throws IOException, InterruptedException {
    int boot = boot(node);
    int round = Math.toIntExact(live.roundOnLine() + 2);
    live.arm(List.of(Fault.of("powerCut", node, round, 0)));
    await("node " + node + " is cut", () -> !live.alive(node));
    live.disarm();
    live.powerOn(node, flags);
    await(
        "node " + node + " comes back",
        () -> cluster.view(node).map(view -> view.boot() > boot && view.joined()).orElse(false));
  }

  @Override
  public void close() throws IOException {
    live.close();
    link.close();
    broker.close();
    store.close();
    session.close();
    ScratchFolder.delete(traces);
  }
}
