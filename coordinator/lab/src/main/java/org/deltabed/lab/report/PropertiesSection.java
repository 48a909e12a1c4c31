package org.deltabed.lab.report;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.checker.PropertyFinding;
import org.deltabed.checker.RunVerdict;

/** What was promised: each property, whether it held, how often it was checked, and the records. */
final class PropertiesSection {
  private static final int LINKS_MAX = 6;

  private final Html html;
  private final ReportSource folder;
  private final RecordLinks links;

  PropertiesSection(Html html, ReportSource folder, RecordLinks links) {
    this.html = html;
    this.folder = folder;
    this.links = links;
  }

  void write() {
    html.line().open("section", "id", "properties").leaf("h2", "Properties");
    html.leaf(
        "p",
        "Each property was checked on the history of every run that counts. One that needs δ is"
            + " owed only while no frame is late.");
    html.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    for (String head : List.of("Property", "Held", "Checked", "Needs δ", "Records")) {
      html.leaf("th", head, "scope", "col");
    }
    html.end().end().open("tbody");
    folder.verdict().properties().forEach(this::row);
    html.end().end().end().end();
  }

  private void row(PropertyFinding property) {
    html.line().open("tr").open("th", "scope", "row").text(property.name());
    html.leaf("small", " of " + property.instance());
    String sentence = CatalogueWords.sentence(folder.verdict().protocol(), property);
    if (!sentence.isEmpty()) {
      html.leaf("p", sentence);
    }
    html.end();
    outcome(property);
    html.leaf("td", Words.count(property.checked(), "case"), "class", "num");
    html.leaf("td", property.needsDelta() ? "yes" : "no");
    html.open("td");
    if (!property.explanation().isEmpty()) {
      html.open("p");
      links.text(html, property.explanation());
      html.end();
    }
    refs(property);
    html.end().end();
  }

  private void outcome(PropertyFinding property) {
    if (!property.holds()) {
      html.leaf("td", "✕ broken", "class", "no");
    } else if (property.checked() == 0) {
      html.leaf("td", "– not judged");
    } else {
      html.leaf("td", "✓ held", "class", "yes");
    }
  }

  private void refs(PropertyFinding property) {
    List<String> refs = new ArrayList<>(property.refs());
    for (RunVerdict run : folder.verdict().runs()) {
      if (run.counts()) {
        run.properties().stream()
            .filter(
                p ->
                    p.name().equals(property.name())
                        && p.instance().equals(property.instance())
                        && p.holds() == property.holds())
            .flatMap(p -> p.refs().stream())
            .filter(ref -> !refs.contains(ref))
            .limit(LINKS_MAX + 1L)
            .forEach(refs::add);
      }
    }
    if (refs.isEmpty()) {
      html.leaf("a", "the runs", "href", "#runs");
    }
    for (int i = 0; i < Math.min(LINKS_MAX, refs.size()); i++) {
      html.text(i == 0 ? "" : ", ");
      links.text(html, refs.get(i));
    }
    if (refs.size() > LINKS_MAX) {
      html.text(" and more, named at the runs");
    }
  }
}
