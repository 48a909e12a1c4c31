package org.deltabed.lab.campaign;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a stopped campaign has of records, so that those of a later session get numbers of their
 * own: boots that are higher, and the witness's next number.
 *
 * @param witnessSeq the number that the witness goes on with
 * @param boots by node id, the highest boot of which there is a file
 */
public record Before(long witnessSeq, Map<Integer, Integer> boots) {

  /** Nothing was before. */
  public static final Before NOTHING = new Before(0, Map.of());

  private static final Pattern OF_NODE = Pattern.compile(".*-n([0-9]{1,2})-b([0-9]{1,9})[.]jsonl");
  private static final int END_OF_LINE = '\n';
  private static final int TAIL_BYTES_MAX = 64 << 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The highest boot of a node; 0 if there is none. */
  public int boots(int node) {
    return boots.getOrDefault(node, 0);
  }

  /**
   * Looks through a folder of traces, after cutting off from each file the line that the lab had
   * not finished when it died: only whole records count.
   */
  static Before of(Path traces) throws IOException {
    Map<Integer, Integer> boots = new TreeMap<>();
    long witnessSeq = 0;
    for (Path file : files(traces)) {
      String lastLine = cutTornLine(file);
      Matcher node = OF_NODE.matcher(file.getFileName().toString());
      if (node.matches()) {
        boots.merge(Integer.parseInt(node.group(1)), Integer.parseInt(node.group(2)), Math::max);
      } else if (!lastLine.isEmpty()) {
        JsonNode last = JSON.readTree(lastLine);
        witnessSeq = Math.max(witnessSeq, last.get("seq").asLong() + 1);
      }
    }
    return new Before(witnessSeq, Map.copyOf(boots));
  }

  private static List<Path> files(Path traces) {
    try (Stream<Path> files = Files.list(traces)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last whole line, or nothing. */
  private static String cutTornLine(Path file) throws IOException {
    byte[] tail;
    long fromByte;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      fromByte = Math.max(0, in.length() - TAIL_BYTES_MAX);
      tail = new byte[(int) (in.length() - fromByte)];
      in.seek(fromByte);
      in.readFully(tail);
    }
    int end = tail.length;
    while (end > 0 && tail[end - 1] != END_OF_LINE) {
      end--;
    }
    if (end < tail.length) {
      try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
        out.truncate(fromByte + end);
      }
    }
    int start = end - 1;
    while (start > 0 && tail[start - 1] != END_OF_LINE) {
      start--;
    }
    return end == 0 ? "" : new String(tail, start, end - start, StandardCharsets.UTF_8);
  }
}
