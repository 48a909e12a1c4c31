package org.deltabed.agent.uplink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.deltabed.agent.core.CrashPoint;
import org.deltabed.agent.core.RunOrder;
import org.deltabed.wire.ProcessKeys;

/** Reads commands strictly: unknown or missing keys, or values out of range, are refused. */
final class CommandParser {
  static final int BYTES_MAX = 16 * 1024;
  private static final int FOR_MS_MAX = 60_000;
  private static final Pattern NONCE = Pattern.compile("[0-9a-fA-F]{16}");

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "prepare",
          Set.of(
              "cmd",
              "session",
              "nonce",
              "run",
              "protocol",
              "variant",
              "wiringHash",
              "boots",
              "crashesMax",
              "rounds",
              "proposal",
              "requestsEach",
              "crashPoint",
              "keys",
              "byzantine"),
          "start",
          Set.of("cmd", "session", "nonce", "startRound"),
          "cancel",
          Set.of("cmd", "session", "nonce"),
          "resend",
          Set.of("cmd", "session", "boot", "fromSeq"),
          "alive",
          Set.of("cmd", "session", "nonce", "level", "forMs"),
          "fill",
          Set.of("cmd", "session", "nonce", "bytes", "forMs"),
          "shutdown",
          Set.of("cmd", "session"));

  private CommandParser() {}

  /**
   * Reads a command.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Order parse(String text, String session) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    if (payload.length > BYTES_MAX) {
      throw new IllegalArgumentException("longer than " + BYTES_MAX + " bytes");
    }
    Fields fields = new Fields(JsonTree.object(payload));
    String cmd = fields.text("cmd");
    Set<String> keys = KEYS.get(cmd);
    if (keys == null) {
      throw new IllegalArgumentException("unknown command " + cmd);
    }
    fields.known(keys);
    if (!fields.text("session").equals(session)) {
      throw new IllegalArgumentException("session " + fields.text("session") + " is another one");
    }
    return switch (cmd) {
      case "prepare" -> new Order.Prepare(run(fields));
      case "start" -> new Order.Start(nonce(fields), fields.integer("startRound"));
      case "cancel" -> new Order.Cancel(nonce(fields));
      case "resend" -> new Order.Resend(fields.integer("boot"), fields.natural("fromSeq"));
      case "alive" -> holdAlive(fields);
      case "fill" -> new Order.Fill(nonce(fields), fields.integer("bytes"), forMs(fields));
      default -> new Order.Shutdown();
    };
  }

  private static Order.HoldAlive holdAlive(Fields fields) {
    int level = fields.integer("level");
    if (level > 1) {
      throw new IllegalArgumentException("level is 0 or 1, not " + level);
    }
    return new Order.HoldAlive(nonce(fields), level == 1, forMs(fields));
  }

  /** What a node does for a while ends by itself, should the coordinator have gone. */
  private static int forMs(Fields fields) {
    int forMs = fields.integer("forMs");
    if (forMs > FOR_MS_MAX) {
      throw new IllegalArgumentException("forMs is at most " + FOR_MS_MAX + ", not " + forMs);
    }
    return forMs;
  }

  private static String nonce(Fields fields) {
    String nonce = fields.text("nonce");
    if (!NONCE.matcher(nonce).matches()) {
      throw new IllegalArgumentException("nonce is not 16 hex digits");
    }
    return nonce;
  }

  private static RunOrder run(Fields fields) {
    int n = fields.integers("boots").size();
    return new RunOrder(
        fields.text("run"),
        nonce(fields),
        fields.text("protocol"),
        fields.has("variant") ? fields.text("variant") : "",
        fields.text("wiringHash"),
        fields.integers("boots"),
        fields.integer("crashesMax"),
        fields.integer("rounds"),
        fields.number("proposal"),
        fields.integer("requestsEach"),
        fields.has("crashPoint") ? crashPoint(fields.object("crashPoint"), n) : null,
        keys(fields.object("keys")),
        fields.has("byzantine") ? fields.text("byzantine") : "");
  }

  private static ProcessKeys keys(Fields fields) {
    fields.known(Set.of("signing", "verifying", "shared"));
    return ProcessKeys.of(
        fields.text("signing"), fields.texts("verifying"), fields.texts("shared"));
  }

  private static CrashPoint crashPoint(Fields fields, int n) {
    if (fields.has("afterDecide")) {
      fields.known(Set.of("afterDecide"));
      return new CrashPoint.AfterDecide();
    }
    fields.known(Set.of("round", "slot", "afterSubFrames", "order"));
    return new CrashPoint.AfterSubFrames(
        fields.integer("round"),
        fields.integer("slot"),
        fields.integer("afterSubFrames"),
        fields.has("order") ? fields.integers("order") : others(fields.integer("slot") + 1, n));
  }

  /** Sub-frames go out in the order of ranks if the command does not say otherwise. */
  private static List<Integer> others(int self, int n) {
    return IntStream.rangeClosed(1, n).filter(process -> process != self).boxed().toList();
  }

  /** The fields of one object, each with the type that it must have. */
  private record Fields(Map<?, ?> map) {
    void known(Set<String> keys) {
      for (Object key : map.keySet()) {
        if (!keys.contains(key)) {
          throw new IllegalArgumentException("unknown key " + key);
        }
      }
    }

    boolean has(String key) {
      return map.get(key) != null;
    }

    String text(String key) {
      if (map.get(key) instanceof String text) {
        return text;
      }
      throw new IllegalArgumentException(key + " is missing or no text");
    }

    long number(String key) {
      if (map.get(key) instanceof Long number) {
        return number;
      }
      throw new IllegalArgumentException(key + " is missing or no whole number");
    }

    long natural(String key) {
      long number = number(key);
      if (number < 0) {
        throw new IllegalArgumentException(key + " is out of range: " + number);
      }
      return number;
    }

    int integer(String key) {
      return toInt(key, number(key));
    }

    private static int toInt(String key, long number) {
      if (number < 0 || number > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(key + " is out of range: " + number);
      }
      return (int) number;
    }

    List<Integer> integers(String key) {
      if (!(map.get(key) instanceof List<?> list)) {
        throw new IllegalArgumentException(key + " is missing or no list");
      }
      List<Integer> integers = new ArrayList<>();
      for (Object each : list) {
        if (!(each instanceof Long number)) {
          throw new IllegalArgumentException(key + " holds something else than whole numbers");
        }
        integers.add(toInt(key, number));
      }
      return integers;
    }

    List<String> texts(String key) {
      if (!(map.get(key) instanceof List<?> list)) {
        throw new IllegalArgumentException(key + " is missing or no list");
      }
      List<String> texts = new ArrayList<>();
      for (Object each : list) {
        if (!(each instanceof String text)) {
          throw new IllegalArgumentException(key + " holds something else than texts");
        }
        texts.add(text);
      }
      return texts;
    }

    Fields object(String key) {
      if (map.get(key) instanceof Map<?, ?> object) {
        return new Fields(object);
      }
      throw new IllegalArgumentException(key + " is no object");
    }
  }
}
