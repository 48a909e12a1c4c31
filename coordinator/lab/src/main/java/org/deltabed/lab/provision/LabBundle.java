package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.agent.tls.CertificateRefused;
import org.deltabed.agent.tls.MutualTls;
import org.deltabed.agent.tls.NamedCertificate;
import org.deltabed.agent.tls.Pem;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.lab.broker.AccessRules;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.lab.campaign.Versions;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a provisioned testbed's lab machine works with: {@code lab.json} in the coordinator's folder
 * of a bundle, beside the files that it is about.
 *
 * @param folder the coordinator's folder
 * @param testbed name of the testbed
 * @param wiringHash of the wiring that the nodes have
 * @param session 16 hex digits, the same until they are made anew
 * @param revision how often the bundle was made; the packages' version ends with it
 * @param brokerUrl {@code ssl://host:port}
 * @param wiring path of the description, as it was typed
 * @param nodes ids of the nodes that have a certificate
 */
public record LabBundle(
    Path folder,
    String testbed,
    String wiringHash,
    String session,
    int revision,
    String brokerUrl,
    String wiring,
    List<Integer> nodes) {

  /** Name of the file. */
  public static final String FILE = "lab.json";

  private static final String CA = "ca";
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public LabBundle {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads a bundle.
   *
   * @param folder of the whole bundle or of the coordinator alone
   * @throws BadInput if there is none, or it is damaged
   */
  public static LabBundle read(Path folder) {
    Path own = Files.exists(folder.resolve(FILE)) ? folder : new BundleFolder(folder).coordinator();
    Path file = own.resolve(FILE);
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      if (json.path("format").asInt(0) != FORMAT) {
        throw bad(file, "is not of format " + FORMAT);
      }
      List<Integer> nodes = new ArrayList<>();
      json.get("nodes").forEach(node -> nodes.add(node.asInt()));
      return new LabBundle(
          own,
          json.get("testbed").asString(),
          json.get("wiringHash").asString(),
          json.get("session").asString(),
          json.get("revision").asInt(),
          json.get("brokerUrl").asString(),
          json.path("wiring").asString("WIRING"),
          nodes);
    } catch (IOException e) {
      throw bad(file, "cannot be read: " + e);
    } catch (JacksonException | NullPointerException e) {
      throw bad(file, "is damaged: " + e.getMessage());
    }
  }

  /** Writes it into its folder. */
  public void write() throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("testbed", testbed);
    json.put("wiringHash", wiringHash);
    json.put("session", session);
    json.put("revision", revision);
    json.put("brokerUrl", brokerUrl);
    json.put("wiring", wiring);
    ArrayNode ids = json.putArray("nodes");
    nodes.forEach(ids::add);
    SafeFile.write(folder.resolve(FILE), JSON.writeValueAsString(json) + "\n", SafeFile.PRIVATE);
  }

  /** Who may publish where, plugs included. */
  public AccessRules rules(Testbed testbed) {
    return AccessRules.of(session, testbed);
  }

  /** Version of the packages: deltabed's, and how often they were made. */
  public String version() {
    return Versions.DELTABED + "+" + revision;
  }

  /** The command that renews this bundle. */
  public String renewal() {
    return renewal(wiring, root());
  }

  static String renewal(String wiring, Path root) {
    return "./deltabed provision " + quoted(wiring) + " --renew --out " + quoted(root.toString());
  }

  /** As a shell wants it. */
  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9._/+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private Path root() {
    Path parent = folder.getParent();
    return parent == null ? folder.toAbsolutePath().normalize().getParent() : parent;
  }

  /** How the lab reaches the broker; nodes have no passwords, their certificates name them. */
  public BrokerAccess access() {
    Map<Integer, Credentials> users = new HashMap<>();
    nodes.forEach(node -> users.put(node, new Credentials(Credentials.nodeUser(node), "")));
    return new BrokerAccess(
        brokerUrl, new Credentials(Credentials.LAB_USER, ""), Map.copyOf(users), Map.of(), tls());
  }

  /** The lab's certificate. */
  public TlsFiles tls() {
    return new TlsFiles(
        folder.resolve("certs/ca.crt"),
        folder.resolve("certs/lab.crt"),
        folder.resolve("private/lab.key"));
  }

  /** The key of the bus. */
  public Path busKey() {
    return folder.resolve("private/bus.key");
  }

  /**
   * To be called before a campaign: everything that can be known to fail is refused now.
   *
   * @throws BadInput if the testbed is another one than the nodes were set up for (F42), or a
   *     certificate has expired or is not this testbed's, by name
   * @throws IOException if a file cannot be read, or others can read the lab's key (F43)
   */
  public void require(Testbed wanted, Instant now) throws IOException {
    if (!wanted.hash().equals(wiringHash)) {
      throw stale(
          folder.resolve(FILE),
          "the nodes were set up for wiring " + wiringHash + ", this is " + wanted.hash());
    }
    try {
      MutualTls.load(tls());
    } catch (CertificateRefused e) {
      throw stale(tls().certificate(), e.getMessage());
    }
    for (String user : users()) {
      require(user, now);
    }
  }

  private void require(String user, Instant now) throws IOException {
    Path file = certificate(user);
    try {
      NamedCertificate certificate = new NamedCertificate(Pem.certificate(file));
      certificate.requireSignedBy(Pem.certificate(certificate(CA)));
      if (!user.equals(CA) && !certificate.name().equals(user)) {
        throw stale(file, "is the certificate of " + certificate.name() + ", not of " + user);
      }
      certificate.requireValid(now);
    } catch (CertificateRefused e) {
      throw stale(file, e.getMessage());
    }
  }

  /** Certificates of everybody, the nodes' too. */
  public List<NamedCertificate> certificates() throws IOException, CertificateRefused {
    List<NamedCertificate> all = new ArrayList<>();
    for (String user : users()) {
      all.add(new NamedCertificate(Pem.certificate(certificate(user))));
    }
    return all;
  }

  private List<String> users() {
    List<String> names = new ArrayList<>(List.of(CA, BundleFolder.BROKER, Credentials.LAB_USER));
    nodes.forEach(node -> names.add(Credentials.nodeUser(node)));
    return names;
  }

  private Path certificate(String user) {
    return folder.resolve("certs").resolve(user + ".crt");
  }

  private BadInput stale(Path file, String rule) {
    return new BadInput(file.toString(), 0, rule, "renew the bundle: " + renewal());
  }

  private static BadInput bad(Path file, String rule) {
    return new BadInput(
        file.toString(),
        0,
        rule,
        "name the folder that ./deltabed provision made, or make one: "
            + "./deltabed provision WIRING --out DIR");
  }
}
