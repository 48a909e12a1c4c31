package org.deltabed.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks of {@code name: value} lines, with a blank line between blocks. A value may go on in
 * indented lines; what stands right of a bar is explanation, and a line that begins with # is a
 * comment.
 */
final class GoldenFile {
  private GoldenFile() {}

  static List<Map<String, String>> read(String resource) throws IOException {
    List<Map<String, String>> blocks = new ArrayList<>();
    Map<String, String> block = new LinkedHashMap<>();
    String name = "";
    for (String line : (text(resource) + "\n\n").lines().toList()) {
      String content = line.split("\\|", 2)[0].strip();
      if (content.startsWith("#")) {
        continue;
      }
      if (content.isEmpty()) {
        if (!block.isEmpty()) {
          blocks.add(block);
        }
        block = new LinkedHashMap<>();
      } else if (line.startsWith(" ")) {
        block.merge(name, content, (before, more) -> (before + " " + more).strip());
      } else {
        name = content.substring(0, content.indexOf(':'));
        block.put(name, content.substring(name.length() + 1).strip());
      }
    }
    return blocks;
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = GoldenFile.class.getResourceAsStream("/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
