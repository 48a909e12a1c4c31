package org.deltabed.lab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltabed.lab.bench.BenchNews;
import org.deltabed.lab.bench.BenchTestbed;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.campaign.Before;
import org.deltabed.lab.campaign.CampaignBroker;
import org.deltabed.lab.campaign.CampaignOptions;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.provision.LabBundle;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;

/**
 * A testbed with a bench that is up for a look at it, without a campaign: broker, nodes,
 * instruments. Closing it ends what was started.
 */
public final class OpenBench implements AutoCloseable {

  private static final long BROKER_MS = 15_000;

  private final Session session;
  private final CampaignBroker broker;
  private final LabLink link;
  private final BenchTestbed bench;
  private final Cluster cluster;
  private final Voices voices;

  private OpenBench(
      Session session,
      CampaignBroker broker,
      LabLink link,
      BenchTestbed bench,
      Cluster cluster,
      Voices voices) {
    this.session = session;
    this.broker = broker;
    this.link = link;
    this.bench = bench;
    this.cluster = cluster;
    this.voices = voices;
  }

  /**
   * Brings it up.
   *
   * @param file the description, for messages
   * @param bench what {@code deltabed provision} made, where the nodes are real
   * @throws BadInput if the testbed has no bench
   */
  public static OpenBench open(Path file, Testbed testbed, Optional<Path> bench, BenchNews news)
      throws IOException, InterruptedException {
    if (!testbed.coordinator().taps()) {
      throw new BadInput(
          file.toString(),
          0,
          "the coordinator has no adapter on the bus, so nothing can be looked at",
          "name it: coordinator: {tap: ...}; see wiring/virtual-lab-3.yaml");
    }
    Optional<LabBundle> bundle = bench.map(LabBundle::read);
    Session session =
        bundle.isPresent()
            ? Session.provisioned(
                testbed, bundle.get().session(), bundle.get().busKey(), Before.NOTHING)
            : Session.create(testbed);
    CampaignBroker broker = null;
    LabLink link = null;
    try {
      AccessRules rules = AccessRules.of(session.id(), testbed);
      CampaignOptions options = new CampaignOptions(Path.of(""), "", Optional.empty(), bench);
      broker = CampaignBroker.open(options, bundle, rules, testbed);
      Cluster cluster = new Cluster();
      Voices voices = new Voices((node, leaf, payload) -> status(cluster, node, leaf, payload));
      link = new LabLink(rules, broker.access(), voices);
      if (!link.awaitConnected(BROKER_MS)) {
        throw broker.unreachable(link.lastError());
      }
      Path traces = Files.createDirectories(session.folder().resolve("traces"));
      BenchTestbed up =
          bundle.isPresent()
              ? BenchTestbed.real(session, testbed, broker.access(), traces, news)
              : BenchTestbed.onStage(session, testbed, broker.access(), traces, news);
      return new OpenBench(session, broker, link, up, cluster, voices);
    } catch (IOException | InterruptedException | RuntimeException e) {
      put(link, broker, session);
      throw e;
    }
  }

  private static void status(Cluster cluster, int node, String leaf, byte[] payload) {
    if (leaf.equals("status")) {
      cluster.status(node, payload);
    }
  }

  private static void put(LabLink link, CampaignBroker broker, Session session) throws IOException {
    try (session) {
      if (link != null) {
        link.close();
      }
      if (broker != null) {
        broker.close();
      }
    }
  }

  /** The session's id, 16 hex digits. */
  public String session() {
    return session.id();
  }

  /** The instruments. */
  public BenchTestbed bench() {
    return bench;
  }

  /** The way to the nodes' programs. */
  public LabLink link() {
    return link;
  }

  /** What the nodes' programs have answered. */
  public Cluster cluster() {
    return cluster;
  }

  /** What the nodes' programs say. */
  public Voices voices() {
    return voices;
  }

  @Override
  public void close() throws IOException {
    bench.close();
    put(link, broker, session);
  }
}
