package org.deltabed.lab.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Protocol;

/** What a page says of one form of a component. */
final class Chapter {
  private static final String SOURCES_ABOVE = "../../";
  private static final Pattern NOT_OWED = Pattern.compile("\\bNot [\\w\\s]+:.*", Pattern.DOTALL);

  private final Path home;
  private final Headers headers;
  private final Header header;
  private final StringBuilder text = new StringBuilder();
  private final String level;

  /**
   * Begins it.
   *
   * @param alone whether there is no other chapter on the page
   */
  Chapter(Path home, Headers headers, Header header, boolean alone) {
    this.home = home;
    this.headers = headers;
    this.header = header;
    level = alone ? "##" : "###";
  }

  /** Of a component that is part of others and no entry of the catalogue. */
  String ofPart() {
    text.append(markdown(header.summary())).append("\n\n");
    section("Events");
    section("Properties");
    section("Assumptions");
    section("Uses");
    source("");
    section("In slots");
    section("Departures from the page");
    return text.toString();
  }

  /**
   * Of a form that can be run.
   *
   * @param example none where pictures are not asked for
   */
  String of(Protocol protocol, List<Measured> measured, Example example) {
    boolean isOwn = header.id().equals(protocol.id());
    if (!isOwn) {
      text.append("The component is that of ").append(header.id()).append(", in another");
      text.append(" composition: ").append(Prose.escaped(protocol.title())).append(".\n\n");
    } else {
      text.append(markdown(header.summary())).append("\n\n");
    }
    text.append("`").append(protocol.name()).append("`, ");
    text.append(Prose.escaped(protocol.title())).append(".\n\n");
    if (isOwn) {
      section("Events");
    }
    heading("Properties");
    paragraph(PropertyList.of(protocol, header.component()));
    if (isOwn) {
      notOwed();
    }
    section("Assumptions", "Assumptions and model");
    paragraph("Model: " + Prose.escaped(protocol.model().toString()) + ".");
    section("Uses");
    if (!header.sections().containsKey("Uses")) {
      heading("Uses");
    }
    paragraph("The instances of a process. Each can be swapped for another of its kind, by path:");
    paragraph(Tower.markdown(protocol.composition(), headers));
    source(isOwn ? "" : Prose.capitalised(protocol.page()));
    bounds(protocol, measured, isOwn);
    example(protocol, example);
    if (isOwn) {
      section("Departures from the page");
    }
    heading("Seeded mistakes");
    paragraph(MistakeTable.of(protocol));
    howToRun(protocol, measured);
    return text.toString();
  }

  private void section(String name) {
    section(name, name);
  }

  private void section(String name, String heading) {
    Optional.ofNullable(header.sections().get(name))
        .ifPresent(
            javadoc -> {
              heading(heading);
              paragraph(markdown(javadoc));
            });
  }

  /** Titles of sources keep their letters. */
  private void source(String page) {
    heading("Source");
    paragraph(JavadocMarkdown.of(header.sections().get("Source"), headers::address));
    String link = "[" + header.component() + ".java](" + SOURCES_ABOVE + header.source() + ")";
    paragraph((page.isEmpty() ? "" : Prose.escaped(page) + ". ") + "Code: " + link + ".");
  }

  /** What might be expected and does not hold, with the run that shows it. */
  private void notOwed() {
    Matcher not = NOT_OWED.matcher(header.sections().getOrDefault("Properties", ""));
    if (not.find()) {
      paragraph(markdown(not.group()));
    }
  }

  private void bounds(Protocol protocol, List<Measured> measured, boolean isOwn) {
    heading("In slots");
    Optional.ofNullable(header.sections().get("In slots"))
        .filter(_ -> isOwn)
        .ifPresent(javadoc -> paragraph(markdown(javadoc)));
    paragraph(
        "The worst of every schedule of at most f crashes, in all of which the properties of `"
            + protocol.top()
            + "` hold: when the last indication comes, in slots from the start of the run, where all are asked"
            + " as early as can be, and how many messages are sent.");
    text.append("| n | f | slots | cycles | messages | schedules |\n|---|---|---|---|---|---|\n");
    measured.forEach(row -> text.append(row.row()).append('\n'));
    text.append('\n');
    if (measured.stream().anyMatch(row -> row.f() < protocol.model().crashesMax(row.n()))) {
      paragraph("With more crashes there are too many states to explore for this page.");
    }
  }

  private void example(Protocol protocol, Example example) {
    heading("An example");
    String picture = protocol.id().toLowerCase(Locale.ROOT) + ".svg";
    String alt = protocol.id() + " as a space-time diagram: " + example.words();
    paragraph(example.n() + " processes. In the order of slots: " + example.words());
    paragraph("![" + alt + "](" + picture + ")");
  }

  private void howToRun(Protocol protocol, List<Measured> measured) {
    heading("How to run it");
    String id = protocol.id();
    String plan = "coordinator/plans/" + id.toLowerCase(Locale.ROOT) + ".yaml";
    boolean isPlanned = Files.isRegularFile(home.resolve(plan));
    String explore =
        measured.isEmpty() ? "" : " -n " + measured.getLast().n() + " -f " + measured.getLast().f();
    String run = isPlanned ? "./deltabed run " + plan + "\n" : "";
    paragraph("```\n" + run + "./deltabed explore " + id + explore + "\n```");
    if (!isPlanned) {
      paragraph("On the testbed: a plan with `protocol: " + id + "`.");
    }
  }

  private void heading(String heading) {
    text.append(level).append(' ').append(heading).append("\n\n");
  }

  private void paragraph(String markdown) {
    text.append(markdown).append("\n\n");
  }

  private String markdown(String javadoc) {
    String plain = JavadocMarkdown.of(javadoc, headers::address);
    return plain.lines().map(Prose::capitalised).collect(Collectors.joining("\n"));
  }
}
