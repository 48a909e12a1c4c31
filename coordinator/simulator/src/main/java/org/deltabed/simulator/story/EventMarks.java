package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Direction;
import org.deltabed.simulator.run.Happening.Did;

/** The events that are told of, as marks on the lanes: all of one place are drawn together. */
final class EventMarks {
  private static final int CHARS_MAX = 12;

  /** More boxes than these would reach into the lane above. */
  private static final int STACKED_MAX = 3;

  /** Where the name of who is detected is written, in pixels below the lane. */
  private static final double BELOW_LANE = 20;

  private static final double BELOW_REQUEST = 41;

  private record Place(int process, double x) {}

  private record Mark(int number, Did did) {}

  private final Scene scene;
  private final Pen pen;
  private final Map<Place, List<Integer>> detections = new LinkedHashMap<>();
  private final Map<Place, List<Mark>> indications = new LinkedHashMap<>();
  private final Set<Place> asked = new HashSet<>();
  private final Map<Integer, Place> cited = new HashMap<>();

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
      asked.add(place);
      pen.request(did.process(), x, text(did), title(number, did));
    } else if (scene.isTold(did)) {
      indications.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Mark(number, did));
    }
    if (scene.isCited(number)) {
      cited.put(number, place);
    }
  }

  /** Draws what was taken; events that do not fit together are joined. */
  void finish() {
    conflicts();
    detections.forEach(
        (place, crashed) -> {
          StringBuilder names = new StringBuilder();
          crashed.stream().distinct().forEach(p -> names.append("†p").append(p));
          String title = "p" + place.process + " detects the crash: " + names;
          double below = asked.contains(place) ? BELOW_REQUEST : BELOW_LANE;
          pen.detection(place.process, place.x, below, names.toString(), title);
        });
    indications.forEach(this::stack);
  }

  /** Joins what breaks one property; what breaks two is joined once. */
  private void conflicts() {
    Set<List<Place>> joined = new HashSet<>();
    for (List<Integer> together : scene.citedTogether()) {
      List<Place> places =
          together.stream().map(cited::get).filter(Objects::nonNull).distinct().toList();
      for (int i = 1; i < places.size(); i++) {
        Place from = places.get(i - 1);
        Place to = places.get(i);
        if (joined.add(List.of(from, to))) {
          pen.conflict(from.x, pen.grid.y(from.process), to.x, pen.grid.y(to.process));
        }
      }
    }
  }

  /** Without those that are but passed on to the component above: the cited one of each stays. */
  private List<Mark> once(List<Mark> marks) {
    return marks.stream()
        .filter(
            mark ->
                marks.stream()
                    .noneMatch(
                        other ->
                            !other.did.instance().equals(mark.did.instance())
                                && other.did.event().equals(mark.did.event())
                                && stands(other) > stands(mark)))
        .toList();
  }

  private int stands(Mark mark) {
    return (scene.isCited(mark.number) ? 1 << 30 : 0) + mark.number;
  }

  /** From the lane upwards; where there are too many, the cited ones and a number of the others. */
  private void stack(Place place, List<Mark> all) {
    List<Mark> marks = once(all);
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
