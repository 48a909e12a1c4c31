package org.deltabed.lab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;

/** The records that findings refer to, as they stand in the traces. */
final class RecordsSection {
  /** A longer record is cut here; the trace holds it whole. */
  private static final int CHARS_MAX = 1200;

  private final Html html;
  private final ReportSource folder;

  RecordsSection(Html html, ReportSource folder) {
    this.html = html;
    this.folder = folder;
  }

  void write(RecordLinks links) {
    html.open("section", "id", "records").leaf("h2", "Records");
    html.leaf(
        "p",
        "The records that this report refers to, word for word. The whole traces lie beside it in"
            + " trace/, one JSON object a line.");
    links.linked().forEach(this::file);
    html.end();
  }

  private void file(String name, SortedSet<Integer> lines) {
    if (lines.isEmpty()) {
      return;
    }
    html.line().open("details", "class", "records").open("summary");
    html.leaf("code", name).text(" · " + Words.count(lines.size(), "record")).end();
    html.open("p").leaf("a", "open the whole trace", "href", "trace/" + name).end();
    html.open("ol", "class", "rec");
    try {
      records(name, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    html.end().end();
  }

  private void records(String name, SortedSet<Integer> lines) throws IOException {
    Path file = folder.traces().get(name);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var reader =
        new java.io.BufferedReader(
            new java.io.InputStreamReader(Files.newInputStream(file), decoder))) {
      int number = 0;
      int last = lines.last();
      for (String line = reader.readLine();
          line != null && number < last;
          line = reader.readLine()) {
        number++;
        if (lines.contains(number)) {
          html.line().open("li", "id", RecordLinks.anchor(name, number));
          html.leaf("b", Integer.toString(number)).text(" ");
          html.leaf("code", Words.cut(line, CHARS_MAX)).end();
        }
      }
    }
  }
}
