package org.deltabed.wire;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The secret that all nodes of one testbed share: 32 bytes, kept raw in a file of its owner's. */
public final class BusKey {
  public static final int BYTES = 32;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final byte[] bytes;

  private BusKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A key of these 32 bytes.
   *
   * @throws IllegalArgumentException if there are not 32
   */
  public static BusKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("key of " + bytes.length + " bytes, must be " + BYTES);
    }
    return new BusKey(bytes.clone());
  }

  /**
   * Reads a key.
   *
   * @throws KeyRefused if group or others have any right to the file, or it is not 32 bytes long
   */
  public static BusKey load(Path file) throws IOException {
    PrivateFile.require(file);
    try (var in = Files.newInputStream(file)) {
      byte[] read = in.readNBytes(BYTES + 1);
      if (read.length != BYTES) {
        throw new KeyRefused(file, "a key has " + BYTES + " bytes", "make a new key");
      }
      return new BusKey(read);
    }
  }

  /** Makes a random key in a new file that only its owner may read; fails if the file exists. */
  public static BusKey create(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    try (var out = Channels.newOutputStream(Files.newByteChannel(file, options, mode))) {
      out.write(fresh);
    }
    return new BusKey(fresh);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Does not show the key. */
  @Override
  public String toString() {
    return "BusKey[secret]";
  }
}
