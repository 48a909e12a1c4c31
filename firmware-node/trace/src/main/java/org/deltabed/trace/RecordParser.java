package org.deltabed.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of a JSON Lines trace to a {@link TraceRecord}, by a streaming parser. For one thread.
 */
final class RecordParser {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(JsonCheck.DEPTH_MAX + 1).build())
          .build();
  private static final int RUN = 1;
  private static final int NODE = 1 << 1;
  private static final int BOOT = 1 << 2;
  private static final int SEQ = 1 << 3;
  private static final int TIME = 1 << 4;
  private static final int KIND = 1 << 5;
  private static final int ROUND = 1 << 6;
  private static final int SLOT = 1 << 7;
  private static final int DATA = 1 << 8;
  private static final int VERSION = 1 << 9;
  private static final int OWED = RUN | NODE | BOOT | SEQ | TIME | KIND | VERSION;

  private record Named(String name, long value) {}

  private final List<Named> named = new ArrayList<>();
  private byte[] bytes = new byte[0];
  private int offset;
  private int seen;
  private String run = "";
  private int node;
  private int boot;
  private long seq;
  private long timeNs;
  private Kind kind = Kind.UNKNOWN;
  private String kindName = "";
  private int round;
  private int slot;
  private String data = "";

  /** Says which rule a line breaks. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String rule) {
      super(rule);
    }
  }

  TraceRecord parse(byte[] bytes, int offset, int length) throws Refused {
    this.bytes = bytes;
    this.offset = offset;
    seen = 0;
    named.clear();
    round = TraceRecord.NONE;
    slot = TraceRecord.NONE;
    data = "";
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Refused("a line holds one JSON object");
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        field(parser, name);
      }
      if (parser.nextToken() != null) {
        throw new Refused("a line holds one JSON object, this one goes on after it");
      }
    } catch (JacksonException broken) {
      throw new Refused("not valid JSON: " + broken.getOriginalMessage());
    }
    return finish();
  }

  private void field(JsonParser parser, String name) throws Refused {
    switch (name) {
      case "v" -> {
        once(VERSION, name);
        version(number(parser, name));
      }
      case "run" -> {
        once(RUN, name);
        String text = text(parser, name);
        run = text.equals(run) ? run : text;
      }
      case "node" -> node = whole(parser, NODE, name, 0);
      case "boot" -> boot = whole(parser, BOOT, name, 0);
      case "seq" -> {
        once(SEQ, name);
        seq = number(parser, name);
        if (seq < 0) {
          throw new Refused("\"seq\" is negative");
        }
      }
      case "timeNs" -> {
        once(TIME, name);
        timeNs = number(parser, name);
      }
      case "kind" -> {
        once(KIND, name);
        kindName = text(parser, name);
        kind = Kind.ofName(kindName);
      }
      case "round" -> round = whole(parser, ROUND, name, TraceRecord.NONE);
      case "slot" -> slot = whole(parser, SLOT, name, TraceRecord.NONE);
      case "data" -> {
        once(DATA, name);
        data = object(parser);
      }
      default -> other(parser, name);
    }
  }

  /**
   * A number may be the kind's peer, a or b; which one is known only when the kind is. Everything
   * else is skipped.
   */
  private void other(JsonParser parser, String name) throws Refused {
    if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      named.add(new Named(name, inRange(parser, name)));
    } else {
      parser.skipChildren();
    }
  }

  private void version(long version) throws Refused {
    if (version != TraceRecord.SCHEMA_VERSION) {
      throw new Refused(
          "schema version " + version + ", this reader knows " + TraceRecord.SCHEMA_VERSION);
    }
  }

  private TraceRecord finish() throws Refused {
    if ((seen & OWED) != OWED) {
      throw new Refused("\"" + missing() + "\" is missing");
    }
    int peer = 0;
    long a = 0;
    long b = 0;
    int given = 0;
    for (Named each : named) {
      int field = each.name.equals(kind.peerName()) ? 1 : 0;
      field = each.name.equals(kind.aName()) ? 2 : field;
      field = each.name.equals(kind.bName()) ? 4 : field;
      if ((given & field) != 0) {
        throw new Refused("\"" + each.name + "\" is given twice");
      }
      given |= field;
      switch (field) {
        case 1 -> peer = inInt(each.value, each.name, 0);
        case 2 -> a = each.value;
        case 4 -> b = each.value;
        default -> {}
      }
    }
    if (kind == Kind.UNKNOWN && !kindName.equals(Kind.UNKNOWN.name())) {
      data = unknown();
    }
    return new TraceRecord(run, node, boot, seq, timeNs, kind, round, slot, peer, a, b, data);
  }

  /** What is kept of a kind that this version does not know: its name, its numbers, its data. */
  private String unknown() {
    JsonText text = new JsonText(256);
    text.ascii("{\"kind\":").string(kindName);
    for (Named each : named) {
      text.ascii(",").string(each.name).ascii(":").number(each.value);
    }
    if (!data.isEmpty()) {
      text.ascii(",\"data\":").object(data);
    }
    return text.ascii("}").toString();
  }

  private String missing() {
    String[] names = {"run", "node", "boot", "seq", "timeNs", "kind"};
    for (int i = 0; i < names.length; i++) {
      if ((seen & (1 << i)) == 0) {
        return names[i];
      }
    }
    return "v";
  }

  private void once(int field, String name) throws Refused {
    if ((seen & field) != 0) {
      throw new Refused("\"" + name + "\" is given twice");
    }
    seen |= field;
  }

  private int whole(JsonParser parser, int field, String name, int least) throws Refused {
    once(field, name);
    return inInt(number(parser, name), name, least);
  }

  private static int inInt(long value, String name, int least) throws Refused {
    if (value < least || value > Integer.MAX_VALUE) {
      throw new Refused("\"" + name + "\" is out of range: " + value);
    }
    return (int) value;
  }

  private static long number(JsonParser parser, String name) throws Refused {
    if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
      throw new Refused("\"" + name + "\" is not a whole number");
    }
    return inRange(parser, name);
  }

  private static long inRange(JsonParser parser, String name) throws Refused {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> throw new Refused("\"" + name + "\" does not fit 64 bits");
    };
  }

  private static String text(JsonParser parser, String name) throws Refused {
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      throw new Refused("\"" + name + "\" is not a string");
    }
    return parser.getString();
  }

  /** The object's text exactly as it stands in the line. */
  private String object(JsonParser parser) throws Refused {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Refused("\"data\" is not an object");
    }
    int from = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int to = (int) parser.currentTokenLocation().getByteOffset() + 1;
    return new String(bytes, offset + from, to - from, StandardCharsets.UTF_8);
  }
}
