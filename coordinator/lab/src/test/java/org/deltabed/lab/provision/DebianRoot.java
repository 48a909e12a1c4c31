package org.deltabed.lab.provision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.deltabed.lab.testing.SystemTools;

/**
 * The root directory of a small Debian 13, for either kind of machine, to install packages in. Its
 * packages come from the Debian archive, by debootstrap, which checks their signatures; they are
 * unpacked and put down as installed, but no script of theirs is run. It is kept outside of the
 * tree, by the hash of what it is made of.
 */
final class DebianRoot implements AutoCloseable {

  private static final String SUITE = "trixie";
  private static final String MIRROR = "http://deb.debian.org/debian";

  private final String architecture;
  private final Path root;

  private DebianRoot(String architecture, Path root) {
    this.architecture = architecture;
    this.root = root;
  }

  /** A fresh copy in that folder. */
  static DebianRoot in(Path folder, String architecture, String... packages)
      throws IOException, InterruptedException {
    String what = "the " + architecture + " package in a root of its own";
    SystemTools.require(what, "unshare", "nsenter", "chroot");
    if (architecture.equals("arm64")) {
      SystemTools.require(what, "qemu-aarch64-static");
    }
    Path cached = cached(architecture, List.of(packages));
    Path root = folder.resolve("root-" + architecture);
    SystemTools.run("cp", "-a", cached.toString(), root.toString()).orFail();
    return new DebianRoot(architecture, root);
  }

  Path path() {
    return root;
  }

  /** The command that runs a command in it. */
  List<String> command(String... inside) throws IOException {
    Path script = root.resolveSibling("in-root.sh");
    try (InputStream in = DebianRoot.class.getResourceAsStream("in-root.sh")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> command = new ArrayList<>();
    command.addAll(List.of(script.toString(), architecture, root.toString()));
    command.addAll(List.of(inside));
    return command;
  }

  /** Runs a command in it, to its end. */
  SystemTools.Done run(String... inside) throws IOException, InterruptedException {
    return SystemTools.run(command(inside));
  }

  /** Removed here, since links in it lead out of the test's folder, which JUnit remarks on. */
  @Override
  public void close() throws IOException {
    try {
      SystemTools.run("rm", "-rf", "--one-file-system", root.toString()).orFail();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that others copy, and nobody changes. */
  static synchronized Path cached(String architecture, List<String> packages)
      throws IOException, InterruptedException {
    String what = "what needs a Debian for " + architecture;
    SystemTools.requireRoot(what);
    SystemTools.require(what, "debootstrap", "dpkg-deb");
    String madeOf = String.join(" ", "2", SUITE, MIRROR, architecture, packages.toString());
    Path caches = Path.of(System.getProperty("user.home"), ".cache/deltabed/roots");
    Path cached = caches.resolve(hash(madeOf));
    if (Files.isDirectory(cached)) {
      return cached;
    }
    Files.createDirectories(caches);
    Path draft = Files.createTempDirectory(caches, "draft");
    System.out.println("Making a Debian root for " + architecture + ", kept in " + cached);
    try {
      make(draft.resolve("root"), architecture, packages);
      Files.move(draft.resolve("root"), cached, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      SystemTools.run("rm", "-rf", "--one-file-system", draft.toString());
    }
    return cached;
  }

  private static void make(Path root, String architecture, List<String> packages)
      throws IOException, InterruptedException {
    SystemTools.run(
            "debootstrap",
            "--foreign",
            "--variant=minbase",
            "--arch=" + architecture,
            "--include=" + String.join(",", packages),
            SUITE,
            root.toString(),
            MIRROR)
        .orFail();
    StringBuilder installed = new StringBuilder();
    Path archives = root.resolve("var/cache/apt/archives");
    try (DirectoryStream<Path> debs = Files.newDirectoryStream(archives, "*.deb")) {
      for (Path deb : debs) {
        SystemTools.run("dpkg-deb", "-x", deb.toString(), root.toString()).orFail();
        String fields = SystemTools.run("dpkg-deb", "-f", deb.toString()).orFail().strip();
        installed.append(fields).append("\nStatus: install ok installed\n\n");
        Files.delete(deb);
      }
    }
    Path database = root.resolve("var/lib/dpkg");
    Files.createDirectories(database.resolve("info"));
    Files.createDirectories(database.resolve("updates"));
    Files.writeString(
        database.resolve("status"),
        installed,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    for (String file : List.of("passwd", "group")) {
      Files.copy(
          root.resolve("usr/share/base-passwd/" + file + ".master"),
          root.resolve("etc/" + file),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
