package org.deltabed.bench;

import java.util.ArrayList;
import java.util.List;

/** Figures as a table for people. */
final class FigureTable {

  private static final String[] HEAD = {
    "name", "figure", "median  [least .. greatest]", "unit", "allocated", "target", "met"
  };

  private FigureTable() {}

  static String of(List<Figure> figures) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Figure figure : figures) {
      rows.add(row(figure));
    }
    int[] widths = new int[HEAD.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    String bench = HEAD[0];
    for (String[] row : rows) {
      if (!row[0].equals(bench)) {
        text.append(System.lineSeparator());
        bench = row[0];
      }
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append(row[i]).repeat(' ', widths[i] - row[i].length() + 2);
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.append(System.lineSeparator()).append(summary(figures)).toString();
  }

  private static String[] row(Figure figure) {
    return new String[] {
      figure.bench(),
      figure.name(),
      Numbers.text(figure.value()),
      figure.unit(),
      figure.allocatedBytes() == null ? "" : Numbers.text(figure.allocatedBytes()) + " B",
      figure.targetText(),
      figure.hasTarget() ? figure.met() ? "met" : "NOT MET" : ""
    };
  }

  private static String summary(List<Figure> figures) {
    List<Figure> wanted = figures.stream().filter(Figure::hasTarget).toList();
    List<String> missed =
        wanted.stream()
            .filter(figure -> !figure.met())
            .map(figure -> figure.bench() + ": " + figure.name())
            .toList();
    String met = (wanted.size() - missed.size()) + " of " + wanted.size() + " targets met";
    return missed.isEmpty() ? met : met + "; not met: " + String.join("; ", missed);
  }
}
