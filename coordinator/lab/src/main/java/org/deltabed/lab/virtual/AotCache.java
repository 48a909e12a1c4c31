package org.deltabed.lab.virtual;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of JDK ahead-of-time caches, by key: made when one is first asked for, by whichever
 * process comes first, and kept. A cache halves an agent's start; without one everything works, so
 * a failure to make it is no error.
 */
final class AotCache {

  /** Makes a cache in that file; takes some seconds. */
  interface Training {
    void make(Path cache) throws IOException, InterruptedException;
  }

  private static final int KEPT = 4; // each is some 25 MB
  private static final long AGAIN_AFTER_S = 3_600;
  private static final String ENDING = ".aot";

  private final Path folder;

  /** The folder is made when needed. */
  AotCache(Path folder) {
    this.folder = folder;
  }

  /**
   * The cache of that key; empty if it cannot be made, now or when it was tried before.
   *
   * @throws IOException when making it failed just now
   */
  synchronized Optional<Path> get(String key, Training training)
      throws IOException, InterruptedException {
    Path cache = folder.resolve(key + ENDING);
    if (Files.isRegularFile(cache)) {
      return Optional.of(cache);
    }
    makePrivate();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(cache)) { // else another process was faster
        make(key, cache, training);
      }
    }
    return Files.isRegularFile(cache) ? Optional.of(cache) : Optional.empty();
  }

  private void make(String key, Path cache, Training training)
      throws IOException, InterruptedException {
    Path failed = folder.resolve(key + ".failed");
    if (Files.exists(failed) && ageS(failed) < AGAIN_AFTER_S) {
      return; // it would cost every campaign the same seconds again
    }
    Files.deleteIfExists(failed);
    Files.createFile(failed);
    Path draft = Files.createTempDirectory(folder, "draft").resolve(key + ENDING);
    try {
      training.make(draft);
      Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(failed);
    } catch (InterruptedException e) {
      Files.delete(failed); // stopped, not failed
      throw e;
    } finally {
      deleteFlat(draft.getParent());
    }
    dropOldest();
  }

  private static void deleteFlat(Path drafts) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(drafts)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(drafts);
  }

  private static long ageS(Path file) throws IOException {
    return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now()).toSeconds();
  }

  private void makePrivate() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
        .equals(PosixFilePermissions.fromString("rwx------"))) {
      throw new IOException(folder + " must be a directory of mode 0700");
    }
  }

  private void dropOldest() throws IOException {
    List<Path> caches = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      files.forEach(caches::add);
    }
    caches.sort(Comparator.comparingLong(file -> -file.toFile().lastModified()));
    for (int i = KEPT; i < caches.size(); i++) {
      Files.deleteIfExists(caches.get(i)); // agents that run with it keep it
    }
  }
}
