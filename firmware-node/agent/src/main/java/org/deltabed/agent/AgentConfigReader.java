package org.deltabed.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.deltabed.agent.tls.TlsFiles;
import org.deltabed.agent.uplink.JsonTree;
import org.deltabed.wiring.BadInput;

/** Reads an agent's configuration; every fault is a {@link BadInput} that names file and rule. */
final class AgentConfigReader {
  private static final int BYTES_MAX = 64 * 1024;
  private static final Set<String> KEYS =
      Set.of(
          "node",
          "wiring",
          "session",
          "key",
          "spool",
          "serial",
          "pins",
          "gpio",
          "board",
          "bootsBefore",
          "mqtt");
  private static final Set<String> MQTT_KEYS =
      Set.of("url", "user", "passwordFile", "ca", "certificate", "key");
  private static final int BOOTS_MAX = 1_000_000;
  private static final int SESSION_DIGITS = 16;
  private static final Pattern URL =
      Pattern.compile("(tcp|ssl)://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

  private final Path file;

  private AgentConfigReader(Path file) {
    this.file = file;
  }

  static AgentConfig read(Path file) {
    return new AgentConfigReader(file).read();
  }

  private AgentConfig read() {
    Map<String, Object> fields = parse();
    known(fields, KEYS);
    Object mqtt = fields.get("mqtt");
    if (!(mqtt instanceof Map<?, ?> broker)) {
      throw bad("mqtt is missing or no object");
    }
    known(broker, MQTT_KEYS);
    String session = text(fields, "session");
    if (session.length() != SESSION_DIGITS || !hex(session)) {
      throw bad("session is not 16 hex digits: " + session);
    }
    return new AgentConfig(
        node(fields, "node"),
        path(fields, "wiring"),
        session,
        path(fields, "key"),
        path(fields, "spool"),
        text(fields, "serial"),
        pathOrNull(fields, "pins"),
        fields.get("gpio") == null ? null : text(fields, "gpio"),
        fields.containsKey("board") ? node(fields, "board") : node(fields, "node"),
        bootsBefore(fields),
        mqtt(broker));
  }

  private AgentConfig.Mqtt mqtt(Map<?, ?> broker) {
    String url = url(broker);
    TlsFiles tls = tls(broker);
    if ((tls != null) != url.startsWith("ssl:")) {
      throw bad("url begins with ssl: if, and only if, ca, certificate and key are there: " + url);
    }
    Path password = pathOrNull(broker, "passwordFile");
    if (password == null && tls == null) {
      throw bad("passwordFile is missing, and no certificate says who the node is");
    }
    return new AgentConfig.Mqtt(url, text(broker, "user"), password, tls);
  }

  private TlsFiles tls(Map<?, ?> broker) {
    if (!broker.containsKey("ca")
        && !broker.containsKey("certificate")
        && !broker.containsKey("key")) {
      return null;
    }
    return new TlsFiles(path(broker, "ca"), path(broker, "certificate"), path(broker, "key"));
  }

  private Map<String, Object> parse() {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw bad("longer than " + BYTES_MAX + " bytes");
      }
      return JsonTree.object(Files.readAllBytes(file));
    } catch (IOException e) {
      throw bad("cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      throw bad(e.getMessage());
    }
  }

  private int node(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof Long node && node >= 1 && node <= 64) {
      return node.intValue();
    }
    throw bad(key + " is not a number from 1 to 64: " + fields.get(key));
  }

  private int bootsBefore(Map<String, Object> fields) {
    Object given = fields.getOrDefault("bootsBefore", 0L);
    if (given instanceof Long boots && boots >= 0 && boots < BOOTS_MAX) {
      return boots.intValue();
    }
    throw bad("bootsBefore is not a number from 0 to " + (BOOTS_MAX - 1) + ": " + given);
  }

  private void known(Map<?, ?> fields, Set<String> keys) {
    for (Object key : fields.keySet()) {
      if (!keys.contains(key)) {
        throw bad("unknown key " + key);
      }
    }
  }

  private String text(Map<?, ?> fields, String key) {
    if (fields.get(key) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw bad(key + " is missing or no text");
  }

  private Path path(Map<?, ?> fields, String key) {
    try {
      return Path.of(text(fields, key));
    } catch (InvalidPathException e) {
      throw bad(key + " is no path: " + e.getMessage());
    }
  }

  private Path pathOrNull(Map<?, ?> fields, String key) {
    return fields.get(key) == null ? null : path(fields, key);
  }

  /** Checked here, since the MQTT client throws for a bad one each time that it connects. */
  private String url(Map<?, ?> broker) {
    String url = text(broker, "url");
    if (!URL.matcher(url).matches()) {
      throw bad("url is not tcp://host:port or ssl://host:port: " + url);
    }
    return url;
  }

  private static boolean hex(String text) {
    return text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }

  private BadInput bad(String rule) {
    return new BadInput(file.toString(), 0, rule, "write the configuration as the lab does");
  }
}
