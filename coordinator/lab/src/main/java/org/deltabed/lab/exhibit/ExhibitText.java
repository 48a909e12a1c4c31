package org.deltabed.lab.exhibit;

import java.util.List;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.simulator.exhibits.Exhibit;
import org.deltabed.simulator.exhibits.Exhibits;
import org.deltabed.simulator.exhibits.Scene;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.story.OperationPicture;

/** An exhibit in words, for a terminal. */
public final class ExhibitText {
  private static final int COLUMNS = 100;

  private ExhibitText() {}

  /** All that there are, a line each. */
  public static String list() {
    int width = Exhibits.ALL.stream().mapToInt(e -> e.name().length()).max().orElse(1);
    StringBuilder text = new StringBuilder();
    for (Exhibit exhibit : Exhibits.ALL) {
      text.append(exhibit.name())
          .append(" ".repeat(width - exhibit.name().length() + 2))
          .append(exhibit.title())
          .append('\n');
    }
    return text.toString();
  }

  /** Its title, its page, and each scene with what it breaks. */
  public static String of(Exhibit exhibit) {
    StringBuilder text = new StringBuilder();
    text.append(exhibit.name()).append(": ").append(exhibit.title()).append('\n');
    text.append("Page: ").append(exhibit.page()).append("\n\n");
    int number = 1;
    for (Scene scene : exhibit.scenes()) {
      text.append(number++).append(". ").append(scene.caption()).append('\n');
      scene.explanation().lines().forEach(line -> wrap(text, line, 3));
      OperationPicture.of(scene.execution()).ifPresent(o -> text.append(o.text().indent(3)));
      broken(scene.execution()).lines().forEach(line -> wrap(text, line, 3));
      text.append('\n');
    }
    return text.toString();
  }

  /** Which mistake it was run with, if any; and in another line what it breaks. */
  static String broken(Execution execution) {
    List<String> broken = execution.broken();
    String variant = execution.schedule().setting().variant();
    String mistake =
        variant.isEmpty() ? "" : variant + ": " + Catalogue.variant(variant).mistake() + ".\n";
    return mistake
        + (broken.isEmpty()
            ? "Nothing is broken here."
            : "Broken here: " + String.join(", ", broken) + ".");
  }

  private static void wrap(StringBuilder text, String line, int indent) {
    StringBuilder row = new StringBuilder();
    for (String word : line.split(" ", -1)) {
      if (!row.isEmpty() && indent + row.length() + 1 + word.length() > COLUMNS) {
        text.append(" ".repeat(indent)).append(row).append('\n');
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    text.append(" ".repeat(indent)).append(row).append('\n');
  }
}
