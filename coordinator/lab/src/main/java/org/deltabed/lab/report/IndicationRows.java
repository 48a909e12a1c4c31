package org.deltabed.lab.report;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deltabed.checker.Indication;

/** Many indications: a row for each process, in its order, so that orders can be compared. */
final class IndicationRows {
  private static final int EACH_MAX = 60;

  private final Html html;
  private final RecordLinks links;

  IndicationRows(Html html, RecordLinks links) {
    this.html = html;
    this.links = links;
  }

  void write(List<Indication> all) {
    new TreeMap<>(all.stream().collect(Collectors.groupingBy(Indication::process)))
        .forEach(this::row);
  }

  private void row(int process, List<Indication> own) {
    html.open("dd").text("p" + process);
    String event = "";
    for (Indication one : own.subList(0, Math.min(EACH_MAX, own.size()))) {
      html.text(one.event().equals(event) ? " · " : " " + one.event() + " ");
      event = one.event();
      String target = links.target(one.ref());
      html.open(target == null ? "b" : "a", "href", target);
      html.text(Words.cut(one.value(), 80)).end();
    }
    if (own.size() > EACH_MAX) {
      html.text(" and " + Words.count(own.size() - EACH_MAX) + " more, in verdict.json");
    }
    html.end();
  }
}
