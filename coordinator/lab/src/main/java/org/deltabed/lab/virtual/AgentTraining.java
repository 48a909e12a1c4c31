package org.deltabed.lab.virtual;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deltabed.agent.AgentLaunch;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.hardware.virtual.LineObserver;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.broker.EmbeddedBroker;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Lets an agent live through a start, some cycles with one other node, and an orderly end, and has
 * its Java remember what that took in an AOT cache. Nothing of it is evidence of any campaign.
 */
final class AgentTraining {

  private static final int NODES = 2;
  private static final int FRAMES = 30;
  private static final long FRAMES_S_MAX = 20;
  private static final long END_S_MAX = 60; // the cache is put together before the process ends

  private final Testbed testbed;
  private final CountDownLatch frames = new CountDownLatch(FRAMES);

  /** With nodes and bus as of that testbed. */
  AgentTraining(Testbed like) {
    testbed =
        new Testbed(
            "training", like.nodes().subList(0, NODES), like.bus(), like.clock(), like.broker());
  }

  /** Makes the cache in that file. */
  void make(Path cache) throws IOException, InterruptedException {
    Map<Integer, Credentials> users = Session.nodeCredentials(testbed);
    Credentials lab = Credentials.fresh(Credentials.LAB_USER);
    Map<String, String> passwords = new HashMap<>(Map.of(lab.user(), lab.password()));
    users.values().forEach(user -> passwords.put(user.user(), user.password()));
    try (Session session = Session.create(testbed)) {
      AccessRules rules = new AccessRules(session.id());
      Path socket = session.folder().resolve("pins.sock");
      try (EmbeddedBroker broker = EmbeddedBroker.start(rules, passwords);
          VirtualPinBoard pins = VirtualPinBoard.open(socket);
          VirtualBus bus = bus()) {
        BrokerAccess access = new BrokerAccess(broker.url(), lab, users);
        try (LabLink link = new LabLink(rules, access, (_, _, _) -> {})) {
          train(new Parts(session, bus, pins, access, link), cache);
        }
      }
    }
    if (!Files.isRegularFile(cache)) {
      throw new IOException("the agent's Java made no AOT cache");
    }
  }

  private VirtualBus bus() throws IOException {
    LineObserver counting =
        new LineObserver() {
          @Override
          public void onLine(int port, long startNs, long endNs, int bytes) {
            if (port == 0) {
              frames.countDown();
            }
          }
        };
    return new VirtualBus(
        BusSettings.of(testbed.bus().baudRate()).withEcho(testbed.bus().echo()), counting);
  }

  private record Parts(
      Session session, VirtualBus bus, VirtualPinBoard pins, BrokerAccess access, LabLink link) {}

  private void train(Parts parts, Path cache) throws IOException, InterruptedException {
    NodeSpec trainee = testbed.node(1);
    Process other = start(parts, testbed.node(2), List.of());
    try {
      Process agent = start(parts, trainee, List.of("-XX:AOTCacheOutput=" + cache));
      try {
        boolean lived = frames.await(FRAMES_S_MAX, TimeUnit.SECONDS);
        if (!lived || !end(parts, trainee, agent)) {
          throw new IOException("the agent in training does not live or does not end");
        }
      } finally {
        agent.destroyForcibly();
      }
    } finally {
      other.destroyForcibly();
      other.waitFor();
    }
  }

  /**
   * Has the agent end itself: a signal's hook would end its Java while that writes the cache. An
   * agent that is not connected yet gets no command.
   */
  private static boolean end(Parts parts, NodeSpec trainee, Process agent)
      throws InterruptedException {
    String shutdown = "{\"cmd\":\"shutdown\",\"session\":\"" + parts.session.id() + "\"}";
    for (int i = 0; i < END_S_MAX; i++) {
      parts.link.command(trainee.id(), shutdown);
      if (agent.waitFor(1, TimeUnit.SECONDS)) {
        return true;
      }
    }
    return false;
  }

  private static Process start(Parts parts, NodeSpec node, List<String> moreFlags)
      throws IOException {
    node.pins().forEach((use, line) -> parts.pins.define(line, use.equals("relay")));
    String terminal = parts.bus.attach(node.slot());
    Path configuration = parts.session.configure(node, terminal, parts.pins.socket(), parts.access);
    ProcessBuilder agent = new ProcessBuilder(AgentCommand.of(configuration, moreFlags));
    agent.environment().putAll(AgentLaunch.ENVIRONMENT);
    return agent
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(parts.session.log(node.id()).toFile())
        .start();
  }
}
