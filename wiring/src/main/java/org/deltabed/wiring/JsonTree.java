package org.deltabed.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object of integers, booleans, texts, lists and objects, read with jackson-core alone. What
 * is missing or of another type throws {@link IllegalArgumentException}.
 */
final class JsonTree {
  private final Map<?, ?> map;

  private JsonTree(Map<?, ?> map) {
    this.map = map;
  }

  static JsonTree parse(byte[] json) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(StrictYaml.DEPTH_MAX).build())
            .build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      Object root = value(parser, parser.nextToken());
      if (!(root instanceof Map<?, ?> map) || parser.nextToken() != null) {
        throw new IllegalArgumentException("not one JSON object");
      }
      return new JsonTree(map);
    }
  }

  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    map.keySet().forEach(key -> keys.add((String) key));
    return keys;
  }

  long integer(String key) {
    return get(key, Long.class);
  }

  int int32(String key) {
    return Math.toIntExact(integer(key));
  }

  boolean flag(String key) {
    return get(key, Boolean.class);
  }

  String text(String key) {
    return get(key, String.class);
  }

  JsonTree map(String key) {
    return new JsonTree(get(key, Map.class));
  }

  List<JsonTree> maps(String key) {
    List<JsonTree> maps = new ArrayList<>();
    for (Object item : get(key, List.class)) {
      maps.add(new JsonTree((Map<?, ?>) item));
    }
    return maps;
  }

  private <T> T get(String key, Class<T> type) {
    Object value = map.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("'" + key + "' is " + value);
    }
    return type.cast(value);
  }

  private static Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getString();
      case START_ARRAY -> list(parser);
      case START_OBJECT -> object(parser);
      case null, default -> throw new IllegalArgumentException("unexpected " + token);
    };
  }

  private static List<Object> list(JsonParser parser) {
    List<Object> list = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      list.add(value(parser, t));
    }
    return list;
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> map = new TreeMap<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      String key = parser.currentName();
      map.put(key, value(parser, parser.nextToken()));
    }
    return map;
  }
}
