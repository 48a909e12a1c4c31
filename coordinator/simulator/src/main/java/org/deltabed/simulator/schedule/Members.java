package org.deltabed.simulator.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.wiring.BadInput;

/** The members of one object in a file: asking for one that is missing or wrong is an error. */
record Members(String file, int line, Map<?, ?> members) {

  static Members of(String file, LocatedJson json) {
    if (json.value() instanceof Map<?, ?> members) {
      return new Members(file, json.line(), members);
    }
    throw new BadInput(file, json.line(), json + " is no object", "write { and }");
  }

  /** Refuses every key that is not among these. */
  void only(List<String> keys, String... more) {
    List<String> known = new ArrayList<>(keys);
    known.addAll(List.of(more));
    for (Object key : members.keySet()) {
      if (!known.contains((String) key)) {
        throw bad((String) key, "there is no key " + key + " here", "the keys are " + known);
      }
    }
  }

  String string(String key) {
    if (get(key).value() instanceof String string) {
      return string;
    }
    throw bad(key, key + " is no string", "write it in quotation marks");
  }

  int number(String key, int min, int max) {
    return number(key, get(key), min, max);
  }

  /** The number that is the member, or stands in it. */
  int number(String key, LocatedJson given, int min, int max) {
    if (given.value() instanceof Long number && number >= min && number <= max) {
      return number.intValue();
    }
    String range = min == max ? "the number " + min : "a whole number from " + min + " to " + max;
    throw new BadInput(file, given.line(), key + " is " + given, "write " + range);
  }

  List<LocatedJson> list(String key) {
    if (get(key).value() instanceof List<?> elements) {
      return elements.stream().map(LocatedJson.class::cast).toList();
    }
    throw bad(key, key + " is no list", "write [ and ]");
  }

  /** The error that the member breaks a rule. */
  BadInput bad(String key, String rule, String remedy) {
    int at = members.get(key) instanceof LocatedJson member ? member.line() : line;
    return new BadInput(file, at, rule, remedy);
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  /**
   * The member as it is.
   *
   * @throws BadInput if there is none
   */
  LocatedJson element(String key) {
    return get(key);
  }

  private LocatedJson get(String key) {
    if (members.get(key) instanceof LocatedJson member) {
      return member;
    }
    throw bad(key, "the key " + key + " is missing", "add it");
  }
}
