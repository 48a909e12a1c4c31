package org.deltabed.hardware.virtual;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual GPIO lines that nodes in other processes reach over a Unix domain socket. A line's level
 * is the board's: it does not change when a client starts, exits or is killed (F09). At most one
 * client drives a line.
 *
 * <p>The protocol is one request per line of text: {@code in NAME}, {@code out NAME 0|1|-}, {@code
 * set NAME 0|1}, {@code free NAME}; each is answered by {@code ok LEVEL} or {@code err REASON}.
 * Edges of watched lines are told by {@code edge NAME LEVEL TIME_NS}.
 */
public final class VirtualPinBoard implements AutoCloseable {

  private static final int SOCKET_PATH_BYTES_MAX = 107;
  private static final int CLIENTS_MAX = 256;
  private static final long ACCEPT_AGAIN_NS = 50_000_000;

  private final Path socket;
  private final ServerSocketChannel server;
  private final Object lock = new Object();
  private final Map<String, PinLine> lines = new TreeMap<>();
  private final Set<PinSession> sessions = new HashSet<>();
  private final List<PinEdgeListener> listeners = new CopyOnWriteArrayList<>();

  private VirtualPinBoard(Path socket, ServerSocketChannel server) {
    this.socket = socket;
    this.server = server;
  }

  /**
   * Starts a board without lines.
   *
   * @param socket where its socket is made, with mode 0600; must not exist yet
   */
  public static VirtualPinBoard open(Path socket) throws IOException {
    if (socket.toString().length() > SOCKET_PATH_BYTES_MAX) {
      throw new IOException("a socket's path may have 107 bytes: " + socket);
    }
    if (Files.exists(socket)) {
      throw new IOException("exists already: " + socket);
    }
    // Made in a directory of mode 0700 and then moved, so that it is never open to others.
    Path draft = Files.createTempDirectory(socket.toAbsolutePath().getParent(), "s");
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      Path path = draft.resolve("s");
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      Files.move(path, socket, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      server.close();
      throw e;
    } finally {
      Files.deleteIfExists(draft.resolve("s"));
      Files.delete(draft);
    }
    VirtualPinBoard board = new VirtualPinBoard(socket, server);
    Thread.ofPlatform().daemon().name("pins-accept").start(board::accept);
    return board;
  }

  /** Where clients find it. */
  public Path socket() {
    return socket;
  }

  /**
   * Adds a line with its idle level. Unknown names are refused to clients.
   *
   * @param name letters, digits, dots, dashes and underscores, at most 64
   */
  public void define(String name, boolean high) {
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("not a line's name: " + name);
    }
    synchronized (lock) {
      if (lines.putIfAbsent(name, new PinLine(name, high)) != null) {
        throw new IllegalStateException("line " + name + " is defined already");
      }
    }
  }

  /** The line's level now. */
  public boolean level(String name) {
    synchronized (lock) {
      return line(name).high;
    }
  }

  /** How many edges the line had. */
  public long edges(String name) {
    synchronized (lock) {
      return line(name).edges;
    }
  }

  /** True while a client drives the line. */
  public boolean isDriven(String name) {
    synchronized (lock) {
      return line(name).owner != null;
    }
  }

  /**
   * Drives a line from this process.
   *
   * @throws IllegalStateException if a client drives it: two drivers on one wire
   */
  public void drive(String name, boolean high) {
    synchronized (lock) {
      PinLine line = line(name);
      if (line.owner != null) {
        throw new IllegalStateException("line " + name + " is driven by a client");
      }
      change(line, high);
    }
  }

  /**
   * Lets a line fall, since whoever may drive it has lost its power: the pull-down at the other end
   * wins, and what the dead client still asks for is refused.
   */
  public void letFall(String name) {
    synchronized (lock) {
      PinLine line = line(name);
      line.owner = null; // its connection may still be about to end
      change(line, false);
    }
  }

  /** Adds a listener for the edges of all lines. */
  public void onEdge(PinEdgeListener listener) {
    listeners.add(listener);
  }

  private PinLine line(String name) {
    PinLine line = lines.get(name);
    if (line == null) {
      throw new IllegalArgumentException("no such line: " + name);
    }
    return line;
  }

  private void change(PinLine line, boolean high) {
    if (line.high == high) {
      return;
    }
    long timeNs = System.nanoTime();
    line.high = high;
    line.edges++;
    String news = "edge " + line.name + (high ? " 1 " : " 0 ") + timeNs;
    line.watchers.forEach(watcher -> watcher.tell(news));
    listeners.forEach(listener -> listener.edge(line.name, high, timeNs));
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        serve(server.accept());
      } catch (ClosedChannelException e) {
        return; // that is how it ends
      } catch (IOException e) {
        // No descriptor is left for a client, for now: those that are connected go on.
        LockSupport.parkNanos(ACCEPT_AGAIN_NS);
      }
    }
  }

  private void serve(SocketChannel client) throws IOException {
    PinSession session = new PinSession(this, client);
    synchronized (lock) {
      if (sessions.size() == CLIENTS_MAX) {
        client.close();
        return;
      }
      sessions.add(session);
    }
    session.start();
  }

  /** Carries out one request, and says what to answer. */
  String answer(PinSession session, String request) {
    String[] words = request.split(" ", -1);
    synchronized (lock) {
      PinLine line = words.length > 1 ? lines.get(words[1]) : null;
      if (line == null) {
        return "err no such line";
      }
      return switch (words[0] + words.length) {
        case "in2" -> watch(session, line);
        case "out3" -> request(session, line, words[2]);
        case "set3" -> set(session, line, words[2]);
        case "free2" -> free(session, line);
        default -> "err no such request";
      };
    }
  }

  private static String level(PinLine line) {
    return line.high ? "ok 1" : "ok 0";
  }

  private static String watch(PinSession session, PinLine line) {
    line.watchers.add(session);
    return level(line);
  }

  /** The initial level comes with the request, so that there is no glitch in between. */
  private String request(PinSession session, PinLine line, String initial) {
    if (line.owner != null) {
      return "err " + line.name + " is driven by a client";
    }
    line.owner = session;
    return initial.equals("-") ? level(line) : set(session, line, initial);
  }

  private String set(PinSession session, PinLine line, String level) {
    if (!session.equals(line.owner)) {
      return "err " + line.name + " was not requested";
    }
    if (!level.equals("0") && !level.equals("1")) {
      return "err a level is 0 or 1";
    }
    change(line, level.equals("1"));
    return level(line);
  }

  private static String free(PinSession session, PinLine line) {
    line.watchers.remove(session);
    if (session.equals(line.owner)) {
      line.owner = null;
    }
    return level(line);
  }

  /** The client is gone, in whatever way: its lines stay as they are. */
  void forget(PinSession session) {
    synchronized (lock) {
      sessions.remove(session);
      lines.values().forEach(line -> free(session, line));
    }
  }

  /** Ends all connections and removes the socket. */
  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      // Nothing is left to do about it.
    }
    Set<PinSession> left;
    synchronized (lock) {
      left = Set.copyOf(sessions);
    }
    left.forEach(PinSession::close);
  }
}
