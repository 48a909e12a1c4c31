package org.deltabed.lab.virtual;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a hand in another terminal finds the virtual testbeds that are up: a link for each in a
 * folder of this user's, named after the testbed and the coordinator's process.
 */
public final class HandPost implements AutoCloseable {

  private final Path link;

  private HandPost(Path link) {
    this.link = link;
  }

  /** Puts a link to the socket up. */
  static HandPost put(String testbed, Path socket) throws IOException {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path link = folder.resolve(name(testbed));
    Files.deleteIfExists(link);
    return new HandPost(Files.createSymbolicLink(link, socket));
  }

  /** The links whose testbeds are still there, by name; what has gone is removed. */
  public static List<Path> up() throws IOException {
    List<Path> links = new ArrayList<>();
    if (!Files.isDirectory(folder())) {
      return links;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder())) {
      for (Path link : all) {
        if (answers(link)) {
          links.add(link);
        } else if (isOrphan(link.getFileName().toString())) {
          Files.deleteIfExists(link); // nobody will come back to it
        }
      }
    }
    links.sort(null);
    return links;
  }

  /**
   * Waits until the testbeds of coordinators that are dead have ended, since they still take time
   * of this machine; gives up after so long.
   */
  public static void awaitGone(String testbed, long waitMs)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + waitMs * 1_000_000;
    while (System.nanoTime() < endNs
        && up().stream()
            .map(link -> link.getFileName().toString())
            .anyMatch(link -> link.startsWith(testbed + "-") && isOrphan(link))) {
      Thread.sleep(100);
    }
  }

  private static boolean answers(Path link) {
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(link.toRealPath()))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Its coordinator is dead. */
  private static boolean isOrphan(String link) {
    String pid = link.substring(link.lastIndexOf('-') + 1);
    return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  /** The name of this process's testbed, for a hand that has to choose. */
  public static String name(String testbed) {
    return testbed + "-" + ProcessHandle.current().pid();
  }

  private static Path folder() {
    return Path.of(System.getProperty("user.home", "")).resolve(".cache/deltabed/virtual");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      System.err.println("deltabed: " + link + " was left behind: " + e.getMessage());
    }
  }
}
