package org.deltabed.trace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of a node's spools: {@code spool-<boot>-<segment>.dt}. The newest boot's files stay
 * until there is a newer boot, since they are what the next boot's number is counted from.
 */
public final class SpoolFolder {
  private static final Pattern NAME = Pattern.compile("spool-(\\d{1,9})-(\\d{1,9})\\.dt");

  private final Path folder;

  public SpoolFolder(Path folder) {
    this.folder = folder;
  }

  /** The boots that have a spool here, each with the number of its segments, oldest first. */
  public NavigableMap<Integer, Integer> boots() throws IOException {
    NavigableMap<Integer, Integer> boots = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "spool-*.dt")) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          boots.merge(Integer.valueOf(name.group(1)), 1, Integer::sum);
        }
      }
    }
    return boots;
  }

  /**
   * Deletes the spool of a boot, all of whose records are safe elsewhere; the newest boot's is
   * kept.
   */
  public void discard(int boot) throws IOException {
    NavigableMap<Integer, Integer> boots = boots();
    if (boots.isEmpty() || boot >= boots.lastKey()) {
      throw new IllegalArgumentException("the newest boot's spool stays: boot " + boot);
    }
    for (Path file : segments(boot).values()) {
      Files.deleteIfExists(file);
    }
  }

  /** The segment files of a boot by their index. */
  NavigableMap<Integer, Path> segments(int boot) throws IOException {
    NavigableMap<Integer, Path> segments = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "spool-*.dt")) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && Integer.parseInt(name.group(1)) == boot) {
          segments.put(Integer.valueOf(name.group(2)), file);
        }
      }
    }
    return segments;
  }

  /**
   * Deletes what a boot that is over had made ahead and not used; its first segment stays, as it
   * holds the number.
   */
  void dropSpares(int boot) throws IOException {
    for (Path file : segments(boot).tailMap(1, true).values()) {
      if (SegmentImage.readHead(file).state() == SegmentImage.State.UNUSED) {
        Files.delete(file);
      }
    }
  }

  Path segment(int boot, int index) {
    return folder.resolve(String.format("spool-%06d-%06d.dt", boot, index));
  }

  Path path() {
    return folder;
  }
}
