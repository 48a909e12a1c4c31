package org.deltabed.lab.provision.deb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a package, owned by root.
 *
 * @param path where it goes, without the leading slash
 * @param mode permission bits
 * @param content its bytes, or the target of a symbolic link
 * @param link whether it is a symbolic link
 */
public record PackageFile(String path, int mode, byte[] content, boolean link) {

  /** For everybody to read. */
  public static final int PLAIN = 0644;

  /** A program. */
  public static final int PROGRAM = 0755;

  /** Of its owner alone. */
  public static final int SECRET = 0600;

  /** A text. */
  public static PackageFile of(String path, int mode, String text) {
    return new PackageFile(path, mode, text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** A copy of a file of this machine; a symbolic link stays one. */
  public static PackageFile copy(String path, int mode, Path source) throws IOException {
    if (Files.isSymbolicLink(source)) {
      byte[] target = Files.readSymbolicLink(source).toString().getBytes(StandardCharsets.UTF_8);
      return new PackageFile(path, 0777, target, true);
    }
    return new PackageFile(path, mode, Files.readAllBytes(source), false);
  }

  /** Whether a person may change it, and dpkg then asks before it replaces it. */
  public boolean isConfiguration() {
    return path.startsWith("etc/");
  }
}
