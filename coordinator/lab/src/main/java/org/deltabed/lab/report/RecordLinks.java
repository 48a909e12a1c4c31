package org.deltabed.lab.report;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links from a finding to the record that shows it. Records that were linked are embedded at the
 * report's end; a reference to a file that is not in the run folder stays text.
 */
final class RecordLinks {
  /** So many records are embedded at most; further ones are named by file and line. */
  static final int EMBEDDED_MAX = 1500;

  private static final Pattern REF = Pattern.compile("([A-Za-z0-9_-]{1,96}\\.jsonl):(\\d{1,9})");

  private final Set<String> traces;
  private final SortedMap<String, SortedSet<Integer>> linked = new TreeMap<>();
  private int count;

  RecordLinks(Map<String, ?> traces) {
    this.traces = traces.keySet();
  }

  /** The text with each {@code file:line} in it as a link. */
  void text(Html html, String text) {
    Matcher matcher = REF.matcher(text);
    int from = 0;
    while (matcher.find()) {
      html.text(text.substring(from, matcher.start()));
      String target = target(matcher.group(1), matcher.group(2));
      if (target == null) {
        html.text(matcher.group());
      } else {
        html.leaf("a", matcher.group(), "href", target, "class", "ref");
      }
      from = matcher.end();
    }
    html.text(text.substring(from));
  }

  /** The address of a record that the report will embed; null when it will not. */
  String target(String ref) {
    Matcher matcher = REF.matcher(ref);
    return matcher.find() ? target(matcher.group(1), matcher.group(2)) : null;
  }

  /** Lines that were linked, by file. */
  SortedMap<String, SortedSet<Integer>> linked() {
    return linked;
  }

  static String anchor(String file, int line) {
    return "rec-" + file.substring(0, file.length() - ".jsonl".length()) + "-" + line;
  }

  private String target(String file, String digits) {
    int line = Integer.parseInt(digits);
    if (!traces.contains(file)) {
      return null;
    }
    SortedSet<Integer> lines = linked.computeIfAbsent(file, f -> new TreeSet<>());
    if (!lines.contains(line)) {
      if (count == EMBEDDED_MAX) {
        return null;
      }
      count++;
      lines.add(line);
    }
    return "#" + anchor(file, line);
  }
}
