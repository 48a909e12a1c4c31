package org.deltabed.lab.campaign;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What exists only while a campaign lasts: a private folder with the bus key, passwords, sockets,
 * the nodes' configurations and their spools. Two campaigns share nothing: each has its own folder,
 * session number, port and terminals.
 */
public final class Session implements AutoCloseable {

  /**
   * Where there is memory that looks like a disk, the virtual nodes' disks are there: a SIGKILL
   * loses nothing of it, and the fsync of a disk that five nodes and the host share would take
   * longer than a slot.
   */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final String id;
  private final Testbed testbed;
  private final Before before;

  private Session(Path folder, String id, Testbed testbed, Before before) {
    this.folder = folder;
    this.id = id;
    this.testbed = testbed;
    this.before = before;
  }

  /**
   * Makes the folder, readable by this user alone, with a fresh bus key and the resolved wiring.
   */
  public static Session create(Testbed testbed) throws IOException {
    return create(testbed, Before.NOTHING);
  }

  /** As {@link #create(Testbed)}, where records of a session before it are kept already. */
  public static Session create(Testbed testbed, Before before) throws IOException {
    Session session = new Session(privateFolder(), hex(8), testbed, before);
    BusKey.create(session.key());
    Files.writeString(session.wiring(), testbed.toJson());
    return session;
  }

  /**
   * A session with nodes that were set up for it: its number and key are theirs.
   *
   * @param key the file of the bus key; a private copy is made
   */
  public static Session provisioned(Testbed testbed, String id, Path key, Before before)
      throws IOException {
    Session session = new Session(privateFolder(), id, testbed, before);
    Files.copy(key, session.key(), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(session.wiring(), testbed.toJson());
    return session;
  }

  private static Path privateFolder() throws IOException {
    return Files.createTempDirectory(
        Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir")),
        "deltabed-",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** So many random bytes, as hex digits. */
  static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** 16 hex digits that no other campaign has. */
  public String id() {
    return id;
  }

  /** What the campaign has of the sessions before this one. */
  public Before before() {
    return before;
  }

  /** The private folder. */
  public Path folder() {
    return folder;
  }

  /** The key of the bus. */
  public Path key() {
    return folder.resolve("bus.key");
  }

  /** The resolved wiring, as nodes read it. */
  public Path wiring() {
    return folder.resolve("wiring.json");
  }

  /** The spools of a node: its disk. */
  public Path spool(int node) {
    return folder.resolve("node" + node).resolve("spool");
  }

  /** What a node's program prints. */
  public Path log(int node) {
    return folder.resolve("node" + node).resolve("agent.log");
  }

  /** Fresh users for the lab and every node. */
  public static Map<Integer, Credentials> nodeCredentials(Testbed testbed) {
    Map<Integer, Credentials> nodes = new HashMap<>();
    for (NodeSpec node : testbed.nodes()) {
      nodes.put(node.id(), Credentials.fresh(Credentials.nodeUser(node.id())));
    }
    return Map.copyOf(nodes);
  }

  /**
   * Writes a node's configuration.
   *
   * @param serial the device of its bus adapter
   * @param pins the socket of the pin board
   * @return the file
   */
  public Path configure(NodeSpec node, String serial, Path pins, BrokerAccess broker)
      throws IOException {
    Path home = Files.createDirectories(folder.resolve("node" + node.id()));
    Files.createDirectories(spool(node.id()));
    int claimed = testbed.virtual().claimedBy(node.id());
    Credentials user = broker.nodes().get(claimed);
    Path password = home.resolve("mqtt.password");
    writePrivately(password, user.password());
    ObjectNode config = JSON.createObjectNode();
    config.put("node", claimed);
    if (claimed != node.id()) {
      config.put("board", node.id());
    }
    config.put("wiring", wiring().toString());
    config.put("session", id);
    config.put("key", key().toString());
    config.put("spool", spool(node.id()).toString());
    config.put("serial", serial);
    config.put("pins", pins.toString());
    if (before.boots(node.id()) > 0) {
      config.put("bootsBefore", before.boots(node.id()));
    }
    ObjectNode mqtt = config.putObject("mqtt");
    mqtt.put("url", broker.url());
    mqtt.put("user", user.user());
    mqtt.put("passwordFile", password.toString());
    Path file = home.resolve("agent.json");
    writePrivately(file, config.toString());
    return file;
  }

  private static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  /** Copies what the programs of the session have printed, if anything, before it goes. */
  public void keepLogs(Path target) throws IOException {
    for (NodeSpec node : testbed.nodes()) {
      keepLog(log(node.id()), target, "node" + node.id() + ".log");
    }
    keepLog(worldLog(), target, "world.log");
    keepLog(folder.resolve("bench.log"), target, "bench.log");
    keepLog(folder.resolve("hand.jsonl"), target, "hand.jsonl");
  }

  private static void keepLog(Path log, Path target, String name) throws IOException {
    if (Files.exists(log) && Files.size(log) > 0) {
      Files.createDirectories(target);
      Files.copy(log, target.resolve(name));
    }
  }

  /** What the virtual testbed's own program prints. */
  public Path worldLog() {
    return folder.resolve("world.log");
  }

  /** Removes the folder. */
  @Override
  public void close() throws IOException {
    remove(folder);
  }

  /** Removes the folder of a session whose coordinator is gone: it holds keys. */
  public static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException error)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
