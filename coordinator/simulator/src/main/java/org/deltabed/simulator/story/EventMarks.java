package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Direction;
import org.deltabed.simulator.run.Happening.Did;

/** The events that are told of, as marks on the lanes: all of one place are drawn together. */
final class EventMarks {
  private static final int CHARS_MAX = 12;

  /** More boxes than these would reach into the lane above. */
  private static final int STACKED_MAX = 3;

  private record Place(int process, double x) {}

  private record Mark(int number, Did did) {}

  private final Scene scene;
  private final Pen pen;
  private final Map<Place, List<Integer>> detections = new LinkedHashMap<>();
  private final Map<Place, List<Mark>> indications = new LinkedHashMap<>();
  private final List<Place> cited = new ArrayList<>();

  EventMarks(Scene scene, Pen pen) {
    this.scene = scene;
    this.pen = pen;
  }

  /** Takes an event, happening {@code number}, if it is told of. */
  void mark(int number, Did did, double x) {
    Place place = new Place(did.process(), x);
    if (did.event() instanceof Crash(int crashed) && scene.isDetection(did)) {
      detections.computeIfAbsent(place, _ -> new ArrayList<>()).add(crashed);
    } else if (scene.isTold(did) && did.direction() == Direction.REQUEST) {
      pen.request(did.process(), x, text(did), title(number, did));
    } else if (scene.isTold(did)) {
      indications.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Mark(number, did));
    }
    if (scene.isCited(number)) {
      cited.add(place);
    }
  }

  /** Draws what was taken; events that do not fit together are joined. */
  void finish() {
    for (int i = 1; i < cited.size(); i++) {
      Place from = cited.get(i - 1);
      Place to = cited.get(i);
      pen.conflict(from.x, pen.grid.y(from.process), to.x, pen.grid.y(to.process));
    }
    detections.forEach(
        (place, crashed) -> {
          StringBuilder names = new StringBuilder();
          crashed.forEach(p -> names.append("†p").append(p));
          String title = "p" + place.process + " detects the crash: " + names;
          pen.detection(place.process, place.x, names.toString(), title);
        });
    indications.forEach(this::stack);
  }

  /** From the lane upwards; where there are too many, the cited ones and a number of the others. */
  private void stack(Place place, List<Mark> marks) {
    int hidden = marks.size() <= STACKED_MAX ? 0 : marks.size() - (STACKED_MAX - 1);
    List<Mark> shown = new ArrayList<>(marks);
    for (int i = marks.size() - 1; i >= 0 && shown.size() > marks.size() - hidden; i--) {
      if (!scene.isCited(marks.get(i).number)) {
        shown.remove(marks.get(i));
      }
    }
    hidden = marks.size() - shown.size();
    int above = 0;
    for (Mark mark : shown) {
      boolean isCited = scene.isCited(mark.number);
      String title = title(mark.number, mark.did);
      pen.indication(place.process, place.x, above++, text(mark.did), title, isCited);
    }
    if (hidden > 0) {
      pen.indication(place.process, place.x, above, "+" + hidden, hidden + " more", false);
    }
  }

  private String title(int number, Did did) {
    return "p" + did.process() + " " + Phrase.of(did, scene.protocol.top()) + " (#" + number + ")";
  }

  private static String text(Did did) {
    return Svg.cut(Brief.of(did.event()), CHARS_MAX);
  }
}
