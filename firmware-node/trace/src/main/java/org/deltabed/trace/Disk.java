package org.deltabed.trace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the spool asks of the disk beside its segments. */
final class Disk {
  private Disk() {}

  /**
   * Throws unless {@code folder} exists (it is made) and its file system has room for {@code
   * bytes}.
   */
  static void require(Path folder, long bytes) {
    try {
      Files.createDirectories(folder);
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < bytes) {
        throw new SpoolFailed(
            SpoolFailed.Reason.DISK_FULL,
            folder + " has " + free + " bytes free, the spool may need " + bytes,
            null);
      }
    } catch (IOException failed) {
      throw new SpoolFailed(SpoolFailed.Reason.NOT_WRITABLE, folder.toString(), failed);
    }
  }

  /**
   * Names of files that were just made survive a power cut only when their folder was forced as
   * well.
   */
  static void forceNames(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException failed) {
      throw new SpoolFailed(SpoolFailed.Reason.SYNC_FAILED, folder.toString(), failed);
    }
  }

  /** The failure to write a file of {@code bytes}: there was no room, or something else. */
  static SpoolFailed failed(Path folder, long bytes, String file, IOException cause) {
    boolean full = true;
    try {
      full = Files.getFileStore(folder).getUsableSpace() < bytes;
    } catch (IOException unknown) {
      cause.addSuppressed(unknown);
      full = false;
    }
    SpoolFailed.Reason reason =
        full ? SpoolFailed.Reason.DISK_FULL : SpoolFailed.Reason.NOT_WRITABLE;
    return new SpoolFailed(reason, file, cause);
  }
}
