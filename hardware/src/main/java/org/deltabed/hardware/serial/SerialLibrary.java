package org.deltabed.hardware.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Puts jSerialComm's native library into a directory that only this user can write to. Left alone,
 * the library unpacks itself into a world-writable directory in /tmp, where anybody could have put
 * another one first.
 */
final class SerialLibrary {

  private static final String PROPERTY = "jSerialComm.library.path";
  private static final String FILE = "libjSerialComm.so";

  private SerialLibrary() {}

  /** Must run before {@link SerialPort} is initialised. A path set by the user stays. */
  static synchronized void prepare() throws IOException {
    if (System.getProperty(PROPERTY, "").isEmpty()) {
      System.setProperty(PROPERTY, install(directory()).toString());
    }
  }

  private static Path directory() throws IOException {
    Path home = Path.of(System.getProperty("user.home", ""));
    if (home.isAbsolute() && Files.isWritable(home)) {
      return privateDirectory(home.resolve(".cache/deltabed/serial"));
    }
    Path directory = Files.createTempDirectory("deltabed-serial");
    directory.toFile().deleteOnExit();
    return directory;
  }

  private static Path privateDirectory(Path directory) throws IOException {
    Files.createDirectories(directory.getParent());
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } catch (java.nio.file.FileAlreadyExistsException e) {
        // Another node of this machine was faster.
      }
    }
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        || !Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS)
            .equals(PosixFilePermissions.fromString("rwx------"))) {
      throw new IOException(directory + " must be a directory of mode 0700");
    }
    return directory;
  }

  /** Writes the library unless the same bytes are there; several processes may do so at once. */
  private static Path install(Path directory) throws IOException {
    byte[] library = libraryBytes();
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
      Path draft =
          Files.createTempFile(
              directory,
              FILE,
              null,
              PosixFilePermissions.asFileAttribute(
                  Set.copyOf(PosixFilePermissions.fromString("rwx------"))));
      Files.write(draft, library);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return directory;
  }

  private static byte[] libraryBytes() throws IOException {
    String resource = "Linux/" + architecture() + "/" + FILE;
    Module module = SerialPort.class.getModule();
    if (!module.isNamed()) {
      try (InputStream in = SerialPort.class.getResourceAsStream("/" + resource)) {
        return bytes(in, resource);
      }
    }
    // In a named module the resource is encapsulated: read it through the module's reference.
    try (ModuleReader reader =
            module
                .getLayer()
                .configuration()
                .findModule(module.getName())
                .orElseThrow()
                .reference()
                .open();
        InputStream in = reader.open(resource).orElse(null)) {
      return bytes(in, resource);
    }
  }

  private static byte[] bytes(InputStream in, String resource) throws IOException {
    if (in == null) {
      throw new IOException("jSerialComm has no " + resource);
    }
    return in.readAllBytes();
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "armv8_64";
      case "ppc64le" -> "ppc64le";
      default -> "armv7hf";
    };
  }
}
