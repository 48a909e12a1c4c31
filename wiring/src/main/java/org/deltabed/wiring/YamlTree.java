package org.deltabed.wiring;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds one document's tree from the parser's events. Events are pulled one by one, so that a bomb
 * is refused at its fuse: nothing is expanded, and nothing beyond the first offence is looked at.
 */
final class YamlTree {
  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private Iterator<Event> events;

  YamlTree(String file) {
    this.file = file;
  }

  YamlDocument parse(String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      events = new ParserImpl(settings, new StreamReader(settings, text));
      JsonNode root = document();
      return new YamlDocument(file, root, lines);
    } catch (MarkedYamlEngineException e) {
      throw bad(line(e.getProblemMark()), "is not YAML: " + e.getProblem(), "mend the line");
    } catch (YamlEngineException e) {
      throw bad(0, "is not YAML: " + e.getMessage(), "save it as plain UTF-8 text");
    }
  }

  private JsonNode document() {
    events.next(); // stream start
    Event start = events.next();
    if (!(start instanceof DocumentStartEvent)) {
      throw bad(0, "is empty", "write a description, or name another file");
    }
    JsonNode root = value(events.next(), "", 0);
    events.next(); // document end
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw bad(line(end), "a second document begins", "keep one document in a file");
    }
    return root;
  }

  private JsonNode value(Event event, String pointer, int depth) {
    checkPlain(event);
    lines.putIfAbsent(pointer, line(event));
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent _ -> map(event, pointer, depth + 1);
      case SequenceStartEvent _ -> list(event, pointer, depth + 1);
      default -> throw new IllegalStateException("the parser gave " + event + " as a value");
    };
  }

  private ObjectNode map(Event start, String pointer, int depth) {
    checkDepth(start, depth);
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
      checkPlain(key);
      if (!(key instanceof ScalarEvent scalar)) {
        throw bad(line(key), "a key is not plain text", "write keys as words");
      }
      String name = scalar.getValue();
      String at = pointer + "/" + Pointers.escape(name);
      if (map.has(name)) {
        throw bad(
            line(key),
            "key '" + name + "' is already in line " + lines.get(at),
            "keep one of the two");
      }
      lines.put(at, line(key));
      map.set(name, value(events.next(), at, depth));
    }
    return map;
  }

  private ArrayNode list(Event start, String pointer, int depth) {
    checkDepth(start, depth);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Event item = events.next();
        item.getEventId() != Event.ID.SequenceEnd;
        item = events.next()) {
      list.add(value(item, pointer + "/" + list.size(), depth));
    }
    return list;
  }

  private JsonNode scalar(ScalarEvent scalar) {
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return JsonNodeFactory.instance.stringNode(text);
    }
    return PlainScalar.resolve(text)
        .orElseThrow(
            () ->
                bad(
                    line(scalar),
                    "the number " + text.substring(0, Math.min(20, text.length())) + " is too long",
                    "write at most " + PlainScalar.DIGITS_MAX + " digits"));
  }

  private void checkPlain(Event event) {
    if (event instanceof AliasEvent) {
      throw bad(line(event), "an alias (*) is used", "write the value out");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw bad(line(event), "an anchor (&) is defined", "remove it, and write values out");
    }
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> Optional.empty();
        };
    if (tag.isPresent()) {
      throw bad(line(event), "a tag (!) is used: " + tag.get(), "remove it, values are plain");
    }
  }

  private void checkDepth(Event event, int depth) {
    if (depth > StrictYaml.DEPTH_MAX) {
      throw bad(
          line(event),
          "maps and lists are nested deeper than " + StrictYaml.DEPTH_MAX,
          "descriptions are shallow; check that this is the file you mean");
    }
  }

  private BadInput bad(int line, String rule, String remedy) {
    return new BadInput(file, line, rule, remedy);
  }

  private static int line(Event event) {
    return line(event.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }
}
