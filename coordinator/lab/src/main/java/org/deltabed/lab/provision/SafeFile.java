package org.deltabed.lab.provision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files whole or not at all, with their mode from the first byte on: a key is at no time
 * open to others, and a renewal that is interrupted leaves what was there.
 */
public final class SafeFile {

  /** Of its owner alone. */
  public static final String PRIVATE = "rw-------";

  /** For everybody to read. */
  public static final String PUBLIC = "rw-r--r--";

  private SafeFile() {}

  /** Replaces a file. */
  public static void write(Path file, String text, String mode) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8), mode);
  }

  /** Replaces a file. */
  public static void write(Path file, byte[] content, String mode) throws IOException {
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".draft",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true); // or a power cut after the move could leave an empty file
      }
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(mode));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Makes a folder of its owner's alone, or makes one that is there so. */
  public static Path folder(Path folder) throws IOException {
    var mode = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mode));
    Files.setPosixFilePermissions(folder, mode);
    return folder;
  }
}
