package org.deltabed.simulator.flp;

import java.util.Locale;

/**
 * A run of the FLP adversary as a ladder: the bivalent configurations from left to right, and below
 * each what it would have become if its oldest message had been delivered at once. One SVG document
 * that needs nothing else.
 */
public final class FlpPicture {
  private static final int STEP = 132;
  private static final int LEFT = 60;
  private static final int MAIN = 110;
  private static final int SIDE = 210;
  private static final int RADIUS = 18;
  private static final String ZERO = "#2f6db5";
  private static final String ONE = "#c4622d";
  private static final String INK = "#222222";

  private final StringBuilder svg = new StringBuilder(4096);

  private FlpPicture() {}

  /** The text of the SVG document. Same run, same text. */
  public static String of(FlpRun run) {
    FlpPicture picture = new FlpPicture();
    picture.draw(run);
    return picture.svg.toString();
  }

  private void draw(FlpRun run) {
    int width = LEFT + STEP * run.steps().size() + 220;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 300\" width=\"%d\""
                + " height=\"300\" role=\"img\" font-family=\"sans-serif\" font-size=\"11\""
                + " fill=\"%s\">",
            width,
            width,
            INK));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    text(14, 24, "start", 15, "FLP: " + run.steps().size() + " steps, and nobody has decided");
    text(14, 44, "start", 11, legend(run));
    for (int i = 0; i < run.steps().size(); i++) {
      step(i, run.steps().get(i));
    }
    int last = run.steps().size();
    configuration(x(last), MAIN, Valence.BIVALENT, "C" + last);
    outcome(x(last), run.toZero().size(), MAIN - 40, ZERO, "0");
    outcome(x(last), run.toOne().size(), MAIN + 40, ONE, "1");
    svg.append("</svg>\n");
  }

  private static String legend(FlpRun run) {
    StringBuilder initial =
        new StringBuilder("Half blue, half orange: bivalent. Blue: 0-valent. Orange: 1-valent.");
    for (int i = 0; i < run.initial().size(); i++) {
      initial.append(i == 0 ? "  Initially: X" : ", X").append(i).append(' ');
      initial.append(run.initial().get(i).valence());
    }
    return initial.append(". C0 is X").append(run.chosen()).append('.').toString();
  }

  private static int x(int number) {
    return LEFT + STEP * number;
  }

  private void step(int number, FlpRun.Step step) {
    int from = x(number);
    svg.append("<g><title>").append(words(step)).append("</title>");
    line(from + RADIUS, MAIN, x(number + 1) - RADIUS - 4, MAIN, INK);
    Pending oldest = step.oldest();
    String who = "p" + oldest.sender() + " \u2192 p" + oldest.to();
    text(from + STEP / 2, MAIN - 10, "middle", 11, who);
    text(from + STEP / 2, MAIN + 16, "middle", 10, before(step));
    if (step.atOnce() != Valence.BIVALENT) {
      line(from, MAIN + RADIUS, from, SIDE - RADIUS - 4, "#999999");
      configuration(from, SIDE, step.atOnce(), "");
      text(from, SIDE + 34, "middle", 10, "at once: " + step.atOnce());
    }
    svg.append("</g>");
    configuration(from, MAIN, Valence.BIVALENT, "C" + number);
  }

  private static String words(FlpRun.Step step) {
    return step.oldest() + ", after " + step.before().size() + " others";
  }

  private static String before(FlpRun.Step step) {
    int others = step.before().size();
    return others == 0 ? "at once" : "after " + others + (others == 1 ? " other" : " others");
  }

  private void configuration(int x, int y, Valence valence, String name) {
    String left = valence == Valence.ONE ? ONE : ZERO;
    String right = valence == Valence.ZERO ? ZERO : ONE;
    half(x, y, 0, left);
    half(x, y, 1, right);
    text(x, y - RADIUS - 6, "middle", 12, name);
  }

  private void half(int x, int y, int sweep, String color) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%d %dA%d %d 0 0 %d %d %dZ\" fill=\"%s\"/>",
            x,
            y - RADIUS,
            RADIUS,
            RADIUS,
            sweep,
            x,
            y + RADIUS,
            color));
  }

  private void outcome(int x, int deliveries, int y, String color, String value) {
    line(x + RADIUS, MAIN, x + 90, y, color);
    text(x + 96, y + 4, "start", 11, value + " after " + deliveries + " more");
  }

  private void line(int x1, int y1, int x2, int y2, String color) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%d %dL%d %d\" stroke=\"%s\" fill=\"none\"/>",
            x1,
            y1,
            x2,
            y2,
            color));
  }

  private void text(int x, int y, String anchor, int size, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"%d\">%s</text>",
            x,
            y,
            anchor,
            size,
            text));
  }
}
