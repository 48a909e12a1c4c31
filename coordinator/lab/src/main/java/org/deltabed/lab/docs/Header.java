package org.deltabed.lab.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Javadoc over a component, cut into its sections.
 *
 * @param id such as {@code C2}; what stands before the first colon
 * @param component the simple name of the class
 * @param source the path of its file in the repository
 * @param title what it is, in lower case
 * @param summary what stands before the first section, as Javadoc
 * @param sections by name, as Javadoc
 */
record Header(
    String id,
    String component,
    String source,
    String title,
    String summary,
    Map<String, String> sections) {
  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*\\*(.*?)\\*/\\s*public (?:final |abstract )?class (\\w+)", Pattern.DOTALL);
  private static final Pattern SECTION = Pattern.compile("<p>\\s*<b>([\\w ]+)\\.</b>");
  private static final Pattern FIRST =
      Pattern.compile("([A-Z0-9]+(?:-[\\w-]+)?): (.*)", Pattern.DOTALL);
  private static final Pattern TITLE_END =
      Pattern.compile(", which implements| \\(\\w+\\)\\.|\\.\\s");

  /** Whether the text of that file has a component's header; a notion of one may name a source. */
  static boolean isIn(String text) {
    return text.contains("<b>Source.</b>") && COMMENT.matcher(text).find();
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is not written like the others
   */
  static Header read(String source, String text) {
    Matcher comment = COMMENT.matcher(text);
    if (!comment.find()) {
      throw new IllegalArgumentException(source + ": no Javadoc over a public class");
    }
    String javadoc = comment.group(1).replaceAll("(?m)^ *\\* ?", "").strip();
    Map<String, String> sections = sections(javadoc);
    Matcher begin = SECTION.matcher(javadoc);
    String before = begin.find() ? javadoc.substring(0, begin.start()) : javadoc;
    Matcher first = FIRST.matcher(before.replaceAll("\\s+", " ").strip());
    if (!first.matches()) {
      throw new IllegalArgumentException(source + ": no \"C2: what it is\" at first");
    }
    String rest = first.group(2);
    Matcher end = TITLE_END.matcher(rest + " ");
    String title = end.find() ? rest.substring(0, end.start()) : rest;
    return new Header(first.group(1), comment.group(2), source, title, rest, sections);
  }

  private static Map<String, String> sections(String javadoc) {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher heading = SECTION.matcher(javadoc);
    String name = "";
    int from = 0;
    while (heading.find()) {
      if (!name.isEmpty()) {
        sections.put(name, javadoc.substring(from, heading.start()));
      }
      name = heading.group(1);
      from = heading.end();
    }
    sections.put(name, javadoc.substring(from));
    return sections;
  }

  /** The page that it stands on: those of {@code C5} and {@code C5-slots} share one. */
  String pageId() {
    return id.replaceFirst("-.*", "");
  }
}
