package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.broker.EmbeddedBroker;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.collect.Acknowledgement;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.NodeView;
import org.deltabed.lab.collect.TraceInbox;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Testbed;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A testbed with real agents, and the lab's end of MQTT in the hands of a test. */
public final class NodeRig implements AutoCloseable {

  private static final long WAIT_MS = 30_000;
  private static final String OTHER_NONCE = "0123456789abcdef";

  private final Session session;
  private final EmbeddedBroker broker;
  private final AccessRules rules;
  private final BrokerAccess access;
  private final Path traces;
  private final TraceStore store;
  private final Cluster cluster = new Cluster();
  private final LabLink link;
  private VirtualTestbed live;

  /** A broker, and no node yet. */
  public NodeRig(Testbed testbed, Path folder) throws IOException, InterruptedException {
    session = Session.create(testbed);
    rules = new AccessRules(session.id());
    Map<Integer, Credentials> nodes = Session.nodeCredentials(testbed);
    Credentials lab = Credentials.fresh(Credentials.LAB_USER);
    Map<String, String> passwords = new HashMap<>();
    passwords.put(lab.user(), lab.password());
    nodes.values().forEach(node -> passwords.put(node.user(), node.password()));
    broker = EmbeddedBroker.start(rules, passwords);
    access = new BrokerAccess(broker.url(), lab, nodes);
    traces = Files.createDirectories(folder.resolve("trace"));
    store = new TraceStore(traces);
    link = new LabLink(rules, access, new TraceInbox(session.id(), cluster, store));
    if (!link.awaitConnected(WAIT_MS)) {
      throw new IOException(link.lastError());
    }
  }

  /** Gives all nodes power and waits until they are one cluster. */
  public void powerOn(Testbed testbed) throws IOException, InterruptedException {
    live = VirtualTestbed.start(session, testbed, access, traces);
    boolean joined =
        cluster.await(
            WAIT_MS,
            () ->
                testbed.nodes().stream()
                    .allMatch(node -> cluster.view(node.id()).map(NodeView::joined).orElse(false)));
    if (!joined) {
      throw new IOException("the nodes did not join");
    }
  }

  /** The session's 16 hex digits. */
  public String session() {
    return session.id();
  }

  /** A nonce that no run of this session has. */
  public String otherNonce() {
    return OTHER_NONCE;
  }

  /** Sends a command and waits for the answer. */
  public Optional<Acknowledgement> ask(int node, String command, String nonce, String json)
      throws InterruptedException {
    link.command(node, json);
    cluster.await(WAIT_MS, () -> cluster.acknowledgement(node, command, nonce).isPresent());
    return cluster.acknowledgement(node, command, nonce);
  }

  /** Sends a command and does not wait. */
  public void tell(int node, String json) {
    link.command(node, json);
  }

  /** Leaves a command with the broker, for whoever subscribes later. */
  public void retain(int node, String json) throws MqttException {
    MqttClient client = new MqttClient(access.url(), "stale", new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(access.lab().user());
    options.setPassword(access.lab().password().getBytes(StandardCharsets.UTF_8));
    client.connect(options);
    MqttMessage message = new MqttMessage(json.getBytes(StandardCharsets.UTF_8));
    message.setQos(1);
    message.setRetained(true);
    client.publish(rules.command(node), message);
    client.disconnect();
    client.close();
  }

  /** What a node last said of itself. */
  public NodeView view(int node) {
    return cluster.view(node).orElseThrow();
  }

  /** Waits until a record of a node that holds the text is here. */
  public Optional<TraceRecord> awaitRecord(int node, String text)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + WAIT_MS * 1_000_000;
    while (System.nanoTime() < endNs) {
      store.flush();
      List<TraceRecord> all = Traces.read(traces.getParent(), "*-n" + node + "-*.jsonl");
      Optional<TraceRecord> found =
          all.stream().filter(record -> record.data().contains(text)).findFirst();
      if (found.isPresent()) {
        return found;
      }
      Thread.sleep(50);
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    if (live != null) {
      live.close();
    }
    link.close();
    broker.close();
    store.close();
    session.close();
  }
}
