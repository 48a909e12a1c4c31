package org.deltabed.lab.provision.deb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/**
 * A binary package.
 *
 * @param control fields of the control file, in order, {@code Installed-Size} left out
 * @param scripts maintainer scripts by name
 * @param files what it installs
 * @param made the time that everything in it bears
 */
public record DebPackage(
    Map<String, String> control,
    Map<String, String> scripts,
    List<PackageFile> files,
    Instant made) {

  private static final int BYTES_IN_KIB = 1024;
  private static final int SCRIPT_MODE = 0755;
  private static final int FILE_MODE = 0100644;

  public DebPackage {
    control = Collections.unmodifiableMap(control);
    scripts = Map.copyOf(scripts);
    files = List.copyOf(files);
  }

  /** {@code name_version_architecture.deb}. */
  public String fileName() {
    return "%s_%s_%s.deb"
        .formatted(control.get("Package"), control.get("Version"), control.get("Architecture"));
  }

  /** The package's bytes. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
      put(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
      put(ar, "control.tar.gz", controlArchive());
      put(ar, "data.tar.gz", Tarball.of(files, made));
    }
    return out.toByteArray();
  }

  private void put(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
    ar.putArchiveEntry(
        new ArArchiveEntry(name, content.length, 0, 0, FILE_MODE, made.getEpochSecond()));
    ar.write(content);
    ar.closeArchiveEntry();
  }

  private byte[] controlArchive() throws IOException {
    Map<String, PackageFile> parts = new TreeMap<>();
    parts.put("control", PackageFile.of("control", PackageFile.PLAIN, controlText()));
    parts.put("md5sums", PackageFile.of("md5sums", PackageFile.PLAIN, sums()));
    parts.put("conffiles", PackageFile.of("conffiles", PackageFile.PLAIN, configuration()));
    scripts.forEach((name, text) -> parts.put(name, PackageFile.of(name, SCRIPT_MODE, text)));
    return Tarball.of(List.copyOf(parts.values()), made);
  }

  private String controlText() {
    StringBuilder text = new StringBuilder();
    long bytes = files.stream().mapToLong(file -> file.content().length).sum();
    control.forEach(
        (field, value) -> {
          if (field.equals("Description")) { // by custom the last
            text.append("Installed-Size: ").append(bytes / BYTES_IN_KIB + 1).append('\n');
          }
          text.append(field).append(": ").append(value).append('\n');
        });
    return text.toString();
  }

  private String configuration() {
    StringBuilder text = new StringBuilder();
    files.stream()
        .filter(PackageFile::isConfiguration)
        .forEach(file -> text.append('/').append(file.path()).append('\n'));
    return text.toString();
  }

  private String sums() {
    StringBuilder text = new StringBuilder();
    for (PackageFile file : files) {
      if (!file.link() && !file.isConfiguration()) {
        text.append(md5(file.content())).append("  ").append(file.path()).append('\n');
      }
    }
    return text.toString();
  }

  /** Against damage on the way, as deb(5) has it; not against anybody. */
  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
