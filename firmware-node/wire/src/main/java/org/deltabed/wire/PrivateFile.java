package org.deltabed.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a secret, and so must be its owner's alone (F43). */
public final class PrivateFile {

  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private PrivateFile() {}

  /**
   * Looks at who has rights to the file.
   *
   * @throws KeyRefused if group or others have any
   */
  public static void require(Path file) throws IOException {
    Set<PosixFilePermission> open = EnumSet.copyOf(OF_OTHERS);
    open.retainAll(Files.getPosixFilePermissions(file));
    if (!open.isEmpty()) {
      throw new KeyRefused(
          file, "the key is open to others: " + open, "chmod 600 " + file + ", and make a new key");
    }
  }
}
