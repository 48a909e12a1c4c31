package org.deltabed.lab.provision.deb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a package, owned by root: its bytes, or a symbolic link. */
public final class PackageFile {

  /** For everybody to read. */
  public static final int PLAIN = 0644;

  /** A program. */
  public static final int PROGRAM = 0755;

  /** Of its owner alone. */
  public static final int SECRET = 0600;

  private final String path;
  private final int mode;
  private final byte[] content;
  private final boolean link;

  private PackageFile(String path, int mode, byte[] content, boolean link) {
    this.path = path;
    this.mode = mode;
    this.content = content;
    this.link = link;
  }

  /**
   * A file with these bytes.
   *
   * @param path where it goes, without the leading slash
   * @param mode permission bits
   */
  public static PackageFile of(String path, int mode, byte[] content) {
    return new PackageFile(path, mode, content.clone(), false);
  }

  /** A text. */
  public static PackageFile of(String path, int mode, String text) {
    return of(path, mode, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of a file of this machine; a symbolic link stays one. */
  public static PackageFile copy(String path, int mode, Path source) throws IOException {
    if (Files.isSymbolicLink(source)) {
      byte[] target = Files.readSymbolicLink(source).toString().getBytes(StandardCharsets.UTF_8);
      return new PackageFile(path, 0777, target, true);
    }
    return new PackageFile(path, mode, Files.readAllBytes(source), false);
  }

  /** Where it goes, without the leading slash. */
  public String path() {
    return path;
  }

  int mode() {
    return mode;
  }

  /** Its bytes, or the target of a symbolic link; not to be changed. */
  byte[] content() {
    return content;
  }

  boolean link() {
    return link;
  }

  /** Whether a person may change it, and dpkg then asks before it replaces it. */
  public boolean isConfiguration() {
    return path.startsWith("etc/");
  }
}
