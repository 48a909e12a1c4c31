package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.deltabed.agent.AgentLaunch;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.hardware.virtual.LineObserver;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.NodeView;
import org.deltabed.lab.collect.TraceInbox;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.lab.testing.SystemTools;
import org.deltabed.lab.virtual.AgentCommand;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A provisioned testbed on a virtual bus: Mosquitto with the bundle's configuration, the lab's link
 * with the lab's certificate, and nodes with theirs.
 */
final class ProvisionedRig implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CONNECT_MS = 20_000;

  private final Path folder;
  private final Testbed testbed;
  private final BundleFolder bundle;
  private final LabBundle lab;
  private final TlsMosquitto mosquitto;
  private final VirtualBus bus;
  private final Cluster cluster = new Cluster();
  private final TraceStore traces;
  private final LabLink link;
  private final List<Process> agents = new ArrayList<>();

  /** Makes the bundle and starts everything but the nodes. */
  ProvisionedRig(Path folder, Path wiring) throws IOException, InterruptedException {
    this.folder = folder;
    testbed = TestbedFile.load(wiring);
    bundle = new BundleFolder(folder.resolve("bundle"));
    ProvisionOptions options =
        ProvisionOptions.fresh(SystemTools.builtHome(), wiring, bundle.root());
    new Provision(testbed, options, Instant.now()).run();
    lab = LabBundle.read(bundle.root());
    mosquitto = TlsMosquitto.start(bundle);
    bus =
        new VirtualBus(
            BusSettings.of(testbed.bus().baudRate()).withEcho(testbed.bus().echo()),
            new LineObserver() {});
    traces = new TraceStore(Files.createDirectories(folder.resolve("trace")));
    link =
        new LabLink(
            lab.rules(testbed), lab.access(), new TraceInbox(lab.session(), cluster, traces));
    if (!link.awaitConnected(CONNECT_MS)) {
      throw new IOException(link.lastError() + "\n" + mosquitto.log());
    }
  }

  BundleFolder bundle() {
    return bundle;
  }

  LabBundle lab() {
    return lab;
  }

  LabLink link() {
    return link;
  }

  /** The terminal of a node. */
  String attach(int node) throws IOException {
    return bus.attach(testbed.nodeById(node).slot());
  }

  /** A node on this machine, with the bundle's own files. */
  Process start(int node, Map<String, String> environment) throws IOException {
    return start(AgentCommand.of(settings(node), List.of()), log(node), environment);
  }

  /** A node on this machine with another Java than this, and the jars that are in its package. */
  Process start(int node, Path java) throws IOException {
    List<String> command = new ArrayList<>(AgentCommand.of(settings(node), List.of()));
    command.set(0, java.toString());
    List<Path> jars = AgentJars.of(SystemTools.builtHome()).jars();
    String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(":"));
    command.set(command.indexOf("-cp") + 1, classPath);
    return start(command, log(node), Map.of());
  }

  private Path settings(int node) throws IOException {
    String user = Credentials.nodeUser(node);
    Path home = Files.createDirectories(folder.resolve(user));
    ObjectNode config = JSON.createObjectNode();
    config.put("node", node);
    config.put("wiring", bundle.wiring().toString());
    config.put("session", lab.session());
    config.put("key", bundle.busKey().toString());
    config.put("spool", home.resolve("spool").toString());
    config.put("serial", attach(node));
    ObjectNode mqtt = config.putObject("mqtt");
    mqtt.put("url", lab.brokerUrl());
    mqtt.put("user", user);
    mqtt.put("ca", bundle.certificate("ca").toString());
    mqtt.put("certificate", bundle.certificate(user).toString());
    mqtt.put("key", bundle.key(user).toString());
    Path file = home.resolve("agent.json");
    return Files.writeString(file, config.toString());
  }

  /** A node whatever way. */
  Process start(List<String> command, Path log, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(AgentLaunch.ENVIRONMENT);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process agent = builder.start();
    agents.add(agent);
    return agent;
  }

  /** What a node prints. */
  Path log(int node) {
    return folder.resolve("node" + node + ".log");
  }

  /** Waits until the lab has heard from these nodes, by MQTT, that all of them are in the cycle. */
  boolean awaitJoined(long withinS, int... nodes) throws InterruptedException {
    return cluster.await(
        withinS * 1_000,
        () -> {
          for (int node : nodes) {
            if (!cluster.view(node).map(NodeView::joined).orElse(false)) {
              return false;
            }
          }
          return true;
        });
  }

  /** What is known, for a failed assertion. */
  String story(int... nodes) throws IOException {
    StringBuilder text = new StringBuilder(mosquitto.log());
    for (int node : nodes) {
      text.append("node").append(node).append(": ").append(cluster.view(node)).append('\n');
      if (Files.exists(log(node))) {
        text.append(Files.readString(log(node)));
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    for (Process agent : agents) {
      agent.descendants().forEach(ProcessHandle::destroyForcibly);
      agent.destroyForcibly();
      agent.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
    link.close();
    bus.close();
    mosquitto.close();
    traces.close();
  }
}
