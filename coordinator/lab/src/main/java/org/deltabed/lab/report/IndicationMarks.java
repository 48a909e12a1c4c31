package org.deltabed.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.checker.Indication;
import org.deltabed.checker.RunVerdict;

/**
 * Indications other than decisions, as marks: one for all that a process indicated in one slot. It
 * says what it was where there is room, and how many there were; pointed at, it names each.
 */
final class IndicationMarks {
  private static final int NAMED_MAX = 12;
  private static final int LABEL_MAX = 22;
  private static final double CHAR = 6.8;

  private record Place(int process, long slot) {}

  private final MarkPen pen;
  private final Geometry geometry;

  IndicationMarks(MarkPen pen, Geometry geometry) {
    this.pen = pen;
    this.geometry = geometry;
  }

  void write(RunVerdict run) {
    Map<Integer, TreeMap<Long, List<Indication>>> lanes = new TreeMap<>();
    for (Indication one : run.indications()) {
      if (!one.event().equals("Decide") && geometry.shows(one.process(), one.timeNs())) {
        lanes
            .computeIfAbsent(one.process(), _ -> new TreeMap<>())
            .computeIfAbsent(one.slot(), _ -> new ArrayList<>())
            .add(one);
      }
    }
    lanes.forEach(
        (process, slots) ->
            slots.forEach(
                (slot, together) -> {
                  Long next = slots.higherKey(slot);
                  double room =
                      next == null
                          ? geometry.right() - x(together) + 30
                          : (next - slot) * geometry.slotWidth();
                  mark(new Place(process, slot), together, room);
                }));
  }

  private double x(List<Indication> together) {
    return geometry.x(together.getFirst().process(), together.getFirst().timeNs());
  }

  private void mark(Place place, List<Indication> together, double room) {
    double x = x(together);
    double y = geometry.y(place.process());
    pen.mark(
        "indication",
        together.getFirst().ref(),
        story(place, together),
        svg -> {
          svg.empty("circle", "cx", Words.at(x), "cy", Words.at(y), "r", "4.5");
          String text = label(together, room);
          if (!text.isEmpty()) {
            pen.label("given", x - 4, y - 8, text, "start");
          }
        });
  }

  /** The value if it fits before the next mark, else how many there are, else nothing. */
  private static String label(List<Indication> together, double room) {
    String value = Words.cut(together.getFirst().value(), LABEL_MAX);
    String text = together.size() == 1 ? value : value + " +" + (together.size() - 1);
    if (text.length() * CHAR <= room) {
      return text;
    }
    return together.size() > 1 ? "×" + together.size() : "";
  }

  private String story(Place place, List<Indication> together) {
    StringBuilder story = new StringBuilder("p" + place.process() + ", slot " + place.slot());
    for (Indication one : together.subList(0, Math.min(NAMED_MAX, together.size()))) {
      story.append('\n').append(one.event()).append(' ').append(Words.cut(one.value(), 120));
      story.append("  ").append(Words.since(one.timeNs() - geometry.startNs()));
      story.append("  ").append(one.ref());
    }
    if (together.size() > NAMED_MAX) {
      story.append("\nand ").append(together.size() - NAMED_MAX).append(" more");
    }
    return story.toString();
  }
}
