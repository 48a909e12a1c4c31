package org.deltabed.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the plain part of YAML that descriptions need, within limits (F40): at most {@link
 * #BYTES_MAX} bytes of UTF-8, one document, no tags, no anchors or aliases, no key twice, no deeper
 * than {@link #DEPTH_MAX}, numbers in plain decimal. Whatever else is in the file is a {@link
 * BadInput} that names the line.
 */
public final class StrictYaml {
  /** Largest file. */
  public static final int BYTES_MAX = 1 << 20;

  /** Most maps and lists within one another. */
  public static final int DEPTH_MAX = 32;

  private StrictYaml() {}

  /**
   * Reads a file, whose size is looked at before its content.
   *
   * @throws BadInput if it cannot be read or breaks a limit
   */
  public static YamlDocument read(Path file) {
    String name = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        String rule = Files.exists(file) ? "is not a regular file" : "there is no such file";
        throw new BadInput(name, 0, rule, "name an existing YAML file");
      }
      checkSize(name, Files.size(file));
      try (InputStream in = Files.newInputStream(file)) {
        // A file can grow between the two looks.
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        return parse(name, bytes);
      }
    } catch (NoSuchFileException e) {
      throw new BadInput(name, 0, "there is no such file", "name an existing YAML file");
    } catch (IOException e) {
      throw new BadInput(name, 0, "cannot be read: " + e, "make it readable for this user");
    }
  }

  /**
   * Reads a document's bytes.
   *
   * @param name name of the file, for errors
   * @throws BadInput if it breaks a limit
   */
  public static YamlDocument parse(String name, byte[] utf8) {
    checkSize(name, utf8.length);
    return new YamlTree(name).parse(decode(name, utf8));
  }

  private static void checkSize(String name, long bytes) {
    if (bytes > BYTES_MAX) {
      throw new BadInput(
          name,
          0,
          "has " + bytes + " bytes or more, the limit is " + BYTES_MAX,
          "descriptions are short; check that this is the file you mean");
    }
  }

  private static String decode(String name, byte[] utf8) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(utf8);
    try {
      return decoder.decode(bytes).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += utf8[i] == '\n' ? 1 : 0;
      }
      throw new BadInput(name, line, "is not UTF-8 text", "save it as UTF-8");
    }
  }
}
