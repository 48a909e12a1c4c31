package org.deltabed.lab.provision.deb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A compressed archive of files and of the folders that they are in. */
final class Tarball {

  private static final int FOLDER = 0755;
  private static final int PRIVATE_FOLDER = 0700;

  private Tarball() {}

  static byte[] of(List<PackageFile> files, Instant made) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU); // dpkg reads no pax headers
      for (String folder : folders(files)) {
        TarArchiveEntry entry = new TarArchiveEntry("./" + folder);
        entry.setMode(folder.endsWith("/private/") ? PRIVATE_FOLDER : FOLDER);
        put(tar, entry, new byte[0], made);
      }
      for (PackageFile file : files) {
        put(tar, entry(file), file.link() ? new byte[0] : file.content(), made);
      }
    }
    return Gzip.best(out.toByteArray());
  }

  /** Each with a slash at its end, outer ones first. */
  private static Set<String> folders(List<PackageFile> files) {
    Set<String> folders = new TreeSet<>(Set.of(""));
    for (PackageFile file : files) {
      for (int at = file.path().indexOf('/'); at > 0; at = file.path().indexOf('/', at + 1)) {
        folders.add(file.path().substring(0, at + 1));
      }
    }
    return folders;
  }

  private static TarArchiveEntry entry(PackageFile file) {
    String name = "./" + file.path();
    if (file.link()) {
      TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(new String(file.content(), StandardCharsets.UTF_8));
      return link;
    }
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(file.mode());
    entry.setSize(file.content().length);
    return entry;
  }

  private static void put(
      TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content, Instant made)
      throws IOException {
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    entry.setModTime(Date.from(made));
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
