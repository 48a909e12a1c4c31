package org.deltabed.simulator.story;

import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.run.Happening;

/** A run in slots: each slot with its owner's frame in it, and whom it reaches. */
final class SlotPicture implements Picture {
  private static final double HALF = 11;
  private static final double BEGIN = 0.14;
  private static final double END = 0.86;
  private static final double BROKEN_OFF = 0.56;
  private static final double CHAR = 6.4;

  private final Scene scene;
  private final Pen pen;
  private final Svg svg;
  private final Grid grid;

  /** By number of the happening: where it stands. */
  private final double[] places;

  SlotPicture(Scene scene, Pen pen) {
    this.scene = scene;
    this.pen = pen;
    svg = pen.svg;
    grid = pen.grid;
    places = places();
  }

  /** Requests, and what follows from them, stand where a slot begins; all else where it ends. */
  private double[] places() {
    double[] found = new double[scene.happenings().size()];
    int slot = -1;
    boolean ends = false;
    for (int i = 0; i < found.length; i++) {
      Happening happening = scene.happenings().get(i);
      if (happening.time() != slot) {
        slot = happening.time();
        ends = false;
      }
      ends |= !(happening instanceof Happening.Did || happening instanceof Happening.Sent);
      found[i] =
          happening instanceof Happening.Crashed
              ? grid.x(slot + BROKEN_OFF)
              : grid.x(ends ? slot + 1 : slot);
    }
    return found;
  }

  @Override
  public double x(int number) {
    return places[number];
  }

  @Override
  public void backdrop() {
    int n = scene.n();
    for (int slot = 0; slot < grid.columns(); slot += 2 * n) {
      int slots = Math.min(n, grid.columns() - slot);
      double height = grid.bottom() - Grid.TOP;
      svg.box("band", grid.x(slot), Grid.TOP, slots * grid.wide(), height, 0);
    }
    svg.text("soft", 14, Grid.TOP - 22, "slot");
    svg.text("soft", 14, Grid.TOP - 8, "its owner");
    for (int slot = 0; slot <= grid.columns(); slot++) {
      svg.line("hair", grid.x(slot), Grid.TOP - 3, grid.x(slot), grid.bottom());
      if (slot < grid.columns()) {
        svg.text("tick", grid.x(slot + 0.5), Grid.TOP - 22, "" + slot);
        svg.text("tick", grid.x(slot + 0.5), Grid.TOP - 8, "p" + (slot % n + 1));
      }
    }
  }

  @Override
  public void traffic() {
    Map<Integer, Happening.Framed> frames = new TreeMap<>();
    Map<Integer, ProcessSet> crashes = new TreeMap<>();
    for (Happening happening : scene.happenings()) {
      if (happening instanceof Happening.Framed framed) {
        frames.put(framed.time(), framed);
      } else if (happening instanceof Happening.Crashed(int time, int process)) {
        crashes.merge(time, ProcessSet.of(process), ProcessSet::union);
      }
    }
    ProcessSet alive = ProcessSet.all(scene.n());
    for (int slot = 0; slot < grid.columns(); slot++) {
      ProcessSet crashing = crashes.getOrDefault(slot, ProcessSet.EMPTY);
      Happening.Framed framed = frames.get(slot);
      alive = alive.minus(crashing);
      if (framed == null) {
        silence(slot);
      } else {
        boolean whole = !crashing.contains(framed.process());
        frame(framed, whole, alive);
      }
    }
  }

  private void silence(int slot) {
    int owner = slot % scene.n() + 1;
    svg.group("p" + owner + " is silent in its slot " + slot);
    box("mute", slot, owner, END);
    svg.end();
  }

  private void frame(Happening.Framed framed, boolean whole, ProcessSet alive) {
    int slot = framed.time();
    int owner = framed.process();
    boolean isEmpty = framed.messages() == 0;
    double end = whole ? END : BROKEN_OFF;
    ProcessSet others = alive.without(owner);
    svg.group(
        "slot "
            + slot
            + ": p"
            + owner
            + "'s frame ("
            + scene.frames.words(slot)
            + ") reaches "
            + Phrase.names(framed.reached().without(owner)));
    box(isEmpty ? "idle" : "frame", slot, owner, end);
    if (!isEmpty || !whole) {
      others.forEach(p -> way(framed, p));
    }
    if (!isEmpty) {
      int chars = (int) ((end - BEGIN) * grid.wide() / CHAR);
      double middle = grid.x(slot + (BEGIN + end) / 2);
      svg.text(
          "label inside",
          middle,
          grid.y(owner) + 4,
          Svg.cut(scene.frames.brief(slot), Math.max(2, chars)));
    }
    svg.end();
  }

  private void box(String look, int slot, int owner, double end) {
    double x = grid.x(slot + BEGIN);
    svg.box(look, x, grid.y(owner) - HALF, grid.x(slot + end) - x, 2 * HALF, 3);
  }

  /** The frame on its way to one of the others. */
  private void way(Happening.Framed framed, int to) {
    double down = Math.signum(grid.y(to) - grid.y(framed.process()));
    double x1 = grid.x(framed.time() + 0.35);
    double y1 = grid.y(framed.process()) + down * HALF;
    double x2 = grid.x(framed.time() + 1);
    double y2 = grid.y(to) - down * 2;
    if (framed.reached().contains(to)) {
      pen.arrow("message", x1, y1, x2, y2);
      if (scene.twice(framed.time()).contains(to)) {
        double again = grid.wide() * 0.16;
        pen.arrow("message", x1 + again, y1, x2 + again, y2);
      }
    } else {
      pen.lost(x1, y1, x2, y2, 0.4);
    }
  }
}
