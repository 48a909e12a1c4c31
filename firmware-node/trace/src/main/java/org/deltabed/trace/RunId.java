package org.deltabed.trace;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The names that runs may have: a run's name becomes a file's name, so it holds no separator and
 * does not begin with a dot (F44).
 */
public final class RunId {
  /** The longest name, in characters and in bytes. */
  public static final int LENGTH_MAX = 64;

  private static final JsonFactory JSON = new JsonFactory();

  private RunId() {}

  /** 1 to 64 of {@code A-Z a-z 0-9 . _ -}, the first of them a letter or digit. */
  public static boolean isValid(String run) {
    if (run.isEmpty() || run.length() > LENGTH_MAX || !isPlain(run.charAt(0))) {
      return false;
    }
    return run.chars().allMatch(c -> isPlain(c) || c == '.' || c == '_' || c == '-');
  }

  /**
   * The value of {@code "run"} in a RUN_START record's data, or {@code ""} if it has none that is
   * valid.
   */
  static String fromData(byte[] data, int offset, int length) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), data, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken token = parser.nextToken();
        if (name.equals("run") && token == JsonToken.VALUE_STRING) {
          String run = parser.getString();
          return isValid(run) ? run : "";
        }
        parser.skipChildren();
      }
      return "";
    } catch (JacksonException broken) {
      return "";
    }
  }

  static String fromData(String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    return fromData(bytes, 0, bytes.length);
  }

  private static boolean isPlain(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
