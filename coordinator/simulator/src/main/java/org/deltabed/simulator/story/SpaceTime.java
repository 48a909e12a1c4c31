package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule;

/**
 * An execution as a space-time diagram: processes as lines, time to the right, messages as arrows.
 * One SVG document that needs nothing else.
 */
public final class SpaceTime {
  /** Wider than anybody scrolls. */
  private static final int COLUMNS_MAX = 200;

  private static final double CHAR = 6.7;
  private static final double BOLD_CHAR = 7.4;
  private static final double WIDTH_MIN = 700;
  private static final double ROW = 18;

  private final Scene scene;
  private final Grid grid;
  private final Svg svg = new Svg();
  private final Pen pen;
  private final Picture picture;
  private final List<String[]> notes = new ArrayList<>();

  private SpaceTime(Scene scene) {
    this.scene = scene;
    grid = Grid.of(scene.n(), columns(scene));
    pen = new Pen(svg, grid);
    picture = scene.isInSlots() ? new SlotPicture(scene, pen) : new ActionPicture(scene, pen);
    notes();
  }

  /** The text of the SVG document. Same execution, same text. */
  public static String of(Execution execution) {
    return new SpaceTime(new Scene(execution)).document();
  }

  /** Until the last thing that matters; slots up to the end of its cycle. */
  private static int columns(Scene scene) {
    int last = Math.max(1, scene.lastTime() + 1);
    int whole = scene.isInSlots() ? (last + scene.n() - 1) / scene.n() * scene.n() : last;
    return Math.min(whole, COLUMNS_MAX);
  }

  private String document() {
    double width = width();
    double height = grid.bottom() + 20 + ROW * notes.size();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "st",
        "viewBox",
        "0 0 " + Svg.at(width) + " " + Svg.at(height),
        "width",
        Svg.at(width),
        "height",
        Svg.at(height),
        "role",
        "img",
        "aria-label",
        title());
    svg.open("style").trusted(Look.sheet()).end();
    svg.box("page", 0, 0, width, height, 0);
    svg.text("title", 14, 26, title());
    picture.backdrop();
    lanes();
    picture.traffic();
    marks();
    double y = grid.bottom() + 24;
    for (String[] note : notes) {
      svg.text(note[0], 14, y, note[1]);
      y += ROW;
    }
    svg.end();
    return svg.toString();
  }

  /** Wide enough for the title too. */
  private double width() {
    return Math.max(grid.right() + Grid.RIGHT, Math.max(WIDTH_MIN, 28 + 9 * title().length()));
  }

  private String title() {
    var setting = scene.setting;
    return setting.name()
        + " ("
        + scene.protocol.name()
        + "), n="
        + setting.n()
        + ", f="
        + setting.f()
        + (scene.isInSlots() ? ", in slots" : ", in any order");
  }

  private void lanes() {
    double[] until = new double[scene.n() + 1];
    Arrays.fill(until, grid.right());
    for (int i = 0; i < scene.happenings().size(); i++) {
      if (scene.happenings().get(i) instanceof Happening.Crashed(int time, int process)) {
        until[process] = time < grid.columns() ? picture.x(i) : grid.right();
      }
    }
    for (int p = 1; p <= scene.n(); p++) {
      svg.text("name", 14, grid.y(p) + 5, "p" + p);
      pen.life(p, until[p]);
    }
  }

  private void marks() {
    EventMarks events = new EventMarks(scene, pen);
    for (int i = 0; i < scene.happenings().size(); i++) {
      Happening happening = scene.happenings().get(i);
      if (happening.time() >= grid.columns()) {
        continue;
      }
      if (happening instanceof Happening.Crashed(_, int process)) {
        pen.crash(process, picture.x(i));
      } else if (happening instanceof Happening.Did did) {
        events.mark(i, did, picture.x(i));
      }
    }
    events.finish();
  }

  private void notes() {
    scene.broken.forEach(
        (property, outcome) -> {
          note("broken", "Broken: " + property.id() + ". " + property.sentence() + ".");
          note("said", Story.explanation(scene, outcome) + ".");
        });
    if (scene.broken.isEmpty()) {
      String open = scene.notJudged == 0 ? "." : "; " + scene.notJudged + " cannot be judged here.";
      String all =
          scene.held == 1 ? "The property holds" : "All " + scene.held + " properties hold";
      note("holds", all + open);
    }
    int left = length() - grid.columns();
    if (left > 0) {
      String what = scene.isInSlots() ? " slot" : " action";
      note("soft", left + what + (left == 1 ? " more is" : "s more are") + " not drawn.");
    }
    note(
        "soft",
        "Box above a lane: decision or delivery. Box below: request. \u25c7 \u2020p1: the crash of"
            + " p1 is detected. Dashed arrow: does not arrive.");
    if (scene.isSuspecting()) {
      note("soft", "p1?: p1 is suspected, by a detector that may err. p1 lives: it is restored.");
    }
    if (!scene.setting.liberties().byzantine().isEmpty()) {
      note(
          "soft",
          "Byzantine: "
              + scene.setting.liberties().byzantine().toString().replaceAll("[{}]", "")
              + ". What such a process makes up is drawn when it arrives, straight down or up.");
    }
    if (scene.isUnderWay() && scene.leavesMessages()) {
      note("soft", "Dotted: on its way when the picture ends.");
    }
    if (scene.isRepeating()) {
      note("soft", "Two arrows from one frame: it arrives twice.");
    }
    if (!scene.broken.isEmpty()) {
      note("soft", "Red rings, and the dashed line between two: what breaks the property.");
    }
  }

  private int length() {
    return switch (scene.execution.schedule()) {
      case LockstepSchedule schedule -> schedule.cycles() * scene.n();
      case AsyncSchedule schedule -> schedule.actions().size();
    };
  }

  /** Adds a text, broken into rows between words. */
  private void note(String look, String text) {
    double wide = look.equals("broken") || look.equals("holds") ? BOLD_CHAR : CHAR;
    int chars = (int) ((width() - 28) / wide);
    StringBuilder row = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!row.isEmpty() && row.length() + 1 + word.length() > chars) {
        notes.add(new String[] {look, row.toString()});
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    notes.add(new String[] {look, row.toString()});
  }
}
