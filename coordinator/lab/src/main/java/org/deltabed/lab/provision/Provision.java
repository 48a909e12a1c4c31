package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.provision.certificates.Authority;
import org.deltabed.lab.provision.certificates.Identity;
import org.deltabed.lab.provision.certificates.Purpose;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Makes a testbed's bundle, or renews one. What there is is never lost: a new bundle goes into a
 * folder that has none, and a renewal replaces file after file.
 */
public final class Provision {

  /** Certificates that end sooner are renewed. */
  public static final int RENEWED_DAYS_BEFORE = 30;

  private static final int SESSION_BYTES = 8;
  private static final String CA = "ca";

  private final Testbed testbed;
  private final ProvisionOptions options;
  private final BundleFolder bundle;
  private final Instant now;
  private final List<String> did = new ArrayList<>();

  public Provision(Testbed testbed, ProvisionOptions options, Instant now) {
    this.testbed = testbed;
    this.options = options;
    this.now = now;
    bundle = new BundleFolder(options.out());
  }

  /**
   * Makes or renews it.
   *
   * @return what was done, a line each
   * @throws BadInput if there is one already, or none to renew; if the testbed's broker cannot be
   *     reached by nodes; if the agent is not built
   */
  public List<String> run() throws IOException, InterruptedException {
    BrokerPlace.require(testbed);
    requireBoards();
    AgentJars jars = AgentJars.of(options.home());
    boolean there = Files.exists(bundle.labJson());
    if (there && !options.renew()) {
      throw new BadInput(
          bundle.root().toString(),
          0,
          "there is a bundle already, with keys that nodes have",
          "renew it: " + renewal() + "; or name another folder with --out");
    }
    if (!there && options.renew()) {
      throw new BadInput(
          bundle.root().toString(), 0, "there is no bundle to renew", "leave --renew out");
    }
    makeFolders();
    LabBundle lab = there ? renewed(LabBundle.read(bundle.root())) : fresh();
    new PlugPasswords(bundle, lab.rules(testbed)).write(did);
    new CoordinatorFiles(testbed, lab, bundle).write();
    new NodeFiles(testbed, lab, bundle, jars, options).write(now, did);
    lab.write(); // last: a bundle that has it is whole
    return List.copyOf(did);
  }

  private void makeFolders() throws IOException {
    SafeFile.folder(bundle.root());
    SafeFile.folder(bundle.coordinator());
    SafeFile.folder(bundle.secrets());
    SafeFile.folder(bundle.certificates());
    SafeFile.folder(bundle.mosquitto());
    for (NodeSpec node : testbed.nodes()) {
      SafeFile.folder(bundle.node(node.id()));
      SafeFile.folder(bundle.node(node.id()).resolve("private"));
    }
  }

  private LabBundle fresh() throws IOException {
    Authority authority = Authority.create(testbed.name(), now);
    save(CA, authority.self());
    newBusKey();
    did.add("made a certificate authority, good until " + authority.self().named().lastDay());
    for (Map.Entry<String, Purpose> user : users().entrySet()) {
      issue(authority, user.getKey(), user.getValue());
    }
    return lab(session(), 1);
  }

  private LabBundle renewed(LabBundle before) throws IOException {
    if (!before.testbed().equals(testbed.name())) {
      throw new BadInput(
          bundle.root().toString(),
          0,
          "the bundle is of " + before.testbed() + ", not of " + testbed.name(),
          "name that testbed's folder with --out");
    }
    try {
      Identity ca = Identity.load(bundle.certificate(CA), bundle.key(CA));
      ca.named().requireValid(now);
      if (!ca.fits()) {
        throw new BadInput(
            bundle.key(CA).toString(),
            0,
            "is not the key of " + bundle.certificate(CA),
            "take both from your copy of the folder, or make a new bundle in another one");
      }
      Authority authority = Authority.of(ca, testbed.name());
      for (Map.Entry<String, Purpose> user : users().entrySet()) {
        if (wantsRenewal(user.getKey(), before, ca)) {
          issue(authority, user.getKey(), user.getValue());
        }
      }
    } catch (CertificateRefused e) {
      throw new BadInput(
          bundle.root().toString(), 0, e.getMessage(), "make a new bundle in another folder");
    }
    if (options.newBusKey()) {
      newBusKey();
      did.add("made a new bus key: all nodes need their new package before any speaks again");
    }
    if (options.newSession()) {
      did.add("made a new session: all nodes need their new package");
    }
    if (did.isEmpty()) {
      did.add("no certificate expires within " + RENEWED_DAYS_BEFORE + " days: none was renewed");
    }
    return lab(options.newSession() ? session() : before.session(), before.revision() + 1);
  }

  /** Also what an interrupted renewal left half done: a key beside the certificate of the last. */
  private boolean wantsRenewal(String user, LabBundle before, Identity ca) throws IOException {
    Path file = bundle.certificate(user);
    if (options.all() || !Files.exists(file) || !Files.exists(bundle.key(user))) {
      return true;
    }
    boolean moved = user.equals(BundleFolder.BROKER) && !before.brokerUrl().equals(url());
    try {
      Identity old = Identity.load(file, bundle.key(user));
      old.named().requireSignedBy(ca.certificate());
      Instant end = old.certificate().getNotAfter().toInstant();
      Instant soon = now.plus(Duration.ofDays(RENEWED_DAYS_BEFORE));
      return moved || !old.fits() || end.isBefore(soon);
    } catch (CertificateRefused e) {
      return true; // nothing that the broker would take
    }
  }

  /** Whole in the old one's place: a testbed without its key is nobody's. */
  private void newBusKey() throws IOException {
    byte[] fresh = new byte[BusKey.BYTES];
    new SecureRandom().nextBytes(fresh);
    SafeFile.write(bundle.busKey(), fresh, SafeFile.PRIVATE);
  }

  /** A package is for one kind of machine, and its settings for one header. */
  private void requireBoards() {
    for (NodeSpec node : testbed.nodes()) {
      if (!node.isVirtual() && node.made().board().isEmpty()) {
        throw new BadInput(
            testbed.name(),
            0,
            node.name() + " has no board: its package is for one kind of machine",
            "write board: pi3, pi4, pi5, zero2w or pc at " + node.name());
      }
    }
  }

  /** Who has a certificate. */
  private Map<String, Purpose> users() {
    Map<String, Purpose> users = new TreeMap<>();
    users.put(BundleFolder.BROKER, Purpose.broker(testbed.broker().host()));
    users.put(Credentials.LAB_USER, Purpose.CLIENT);
    testbed.nodes().forEach(node -> users.put(Credentials.nodeUser(node.id()), Purpose.CLIENT));
    return users;
  }

  private void issue(Authority authority, String user, Purpose purpose) throws IOException {
    Instant end = now.plus(Duration.ofDays(options.days()));
    Instant last = authority.self().certificate().getNotAfter().toInstant();
    Identity made = authority.issue(user, purpose, end.isAfter(last) ? last : end);
    save(user, made);
    did.add("made a certificate for " + user + ", good until " + made.named().lastDay());
  }

  private void save(String name, Identity identity) throws IOException {
    identity.save(bundle.certificate(name), bundle.key(name));
  }

  private LabBundle lab(String session, int revision) {
    return new LabBundle(
        bundle.coordinator(),
        testbed.name(),
        testbed.hash(),
        session,
        revision,
        url(),
        options.wiring().toString(),
        testbed.nodes().stream().map(NodeSpec::id).sorted().toList());
  }

  private String url() {
    return BrokerPlace.url(testbed.broker());
  }

  private static String session() {
    byte[] random = new byte[SESSION_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private String renewal() {
    return LabBundle.renewal(options.wiring().toString(), bundle.root());
  }
}
