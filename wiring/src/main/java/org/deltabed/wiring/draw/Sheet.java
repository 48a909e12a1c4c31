package org.deltabed.wiring.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of SVG in whole pixels. Text can never become markup; same calls, same bytes. Letters all
 * have one width, so that a text's place can be computed.
 */
final class Sheet {
  private static final int HOP = 8;

  private static final String STYLE =
      """
      text{font-family:'DejaVu Sans Mono','Liberation Mono',monospace;font-size:11px;fill:#111}
      .x{font-size:8px}.s{font-size:10px}.b{font-weight:bold}.h{font-size:13px;font-weight:bold}.t{font-size:20px;font-weight:bold}
      .e{text-anchor:end}.m{text-anchor:middle}
      .page{fill:#fff}.box{fill:#f4f6f8;stroke:#111;stroke-width:1.5}.part{fill:#fff;stroke:#111;stroke-width:1.2}
      .case{fill:none;stroke:#111;stroke-width:4}.core{fill:none;stroke-width:2.2}
      .case.w{stroke-width:6.5}.core.w{stroke-width:4.2}
      .rule{fill:none;stroke:#111;stroke-width:1}.dot{fill:#111}.pin{fill:#fff}.warn{fill:#fff6d6;stroke:#b98900;stroke-width:1.5}
      """;

  private final StringBuilder out = new StringBuilder(1 << 15);
  private final List<int[]> rails = new ArrayList<>();

  /** Something vertical that horizontal wires hop over between two heights. */
  void rail(int x, int top, int bottom) {
    rails.add(new int[] {x, top, bottom});
  }

  void open(String title) {
    out.append("<g><title>").append(escaped(title)).append("</title>\n");
  }

  void open(Wire wire) {
    out.append("<g class=\"wire\" id=\"").append(wire.id()).append("\"><title>");
    out.append(escaped(wire.sentence())).append("</title>\n");
  }

  void close() {
    out.append("</g>\n");
  }

  void box(String look, int x, int y, int width, int height) {
    out.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/>\n"
            .formatted(look, x, y, width, height));
  }

  /**
   * @param look classes: size {@code x s h t}, weight {@code b}, anchor {@code e m}
   */
  void text(String look, int x, int y, String text) {
    out.append("<text class=\"%s\" x=\"%d\" y=\"%d\">".formatted(look, x, y));
    out.append(escaped(text)).append("</text>\n");
  }

  /** A horizontal wire, which hops over the rails that it does not end at. */
  void wire(String look, String colour, int x1, int x2, int y) {
    int left = Math.min(x1, x2);
    int right = Math.max(x1, x2);
    StringBuilder path = new StringBuilder("M" + left + " " + y);
    rails.stream()
        .filter(rail -> left < rail[0] && rail[0] < right && rail[1] <= y && y <= rail[2])
        .mapToInt(rail -> rail[0])
        .sorted()
        .forEach(
            x ->
                path.append("H%d".formatted(x - HOP))
                    .append("a%d %d 0 0 1 %d 0".formatted(HOP, HOP, 2 * HOP)));
    draw(look, colour, path.append("H").append(right).toString());
  }

  void vertical(String look, String colour, int x, int y1, int y2) {
    draw(look, colour, "M" + x + " " + y1 + "V" + y2);
  }

  private void draw(String look, String colour, String path) {
    out.append("<path class=\"case%s\" d=\"%s\"/>".formatted(look, path));
    out.append(
        "<path class=\"core%s\" stroke=\"%s\" d=\"%s\"/>\n".formatted(look, Ink.of(colour), path));
  }

  void rule(String path) {
    out.append("<path class=\"rule\" d=\"").append(path).append("\"/>\n");
  }

  /** Joined here. */
  void dot(int x, int y) {
    out.append("<circle class=\"dot\" cx=\"%d\" cy=\"%d\" r=\"4\"/>\n".formatted(x, y));
  }

  /** The tip of an arrow at the end that listens. */
  void tip(int x, int y, boolean right) {
    int back = right ? -9 : 9;
    out.append("<path class=\"dot\" d=\"M%d %dl%d -4v8z\"/>\n".formatted(x, y, back));
  }

  /** A pin of a header, ringed in the colour of its wire if it has one. */
  void pin(int x, int y, String colour) {
    boolean used = !colour.isEmpty();
    out.append(
        "<circle class=\"pin\" cx=\"%d\" cy=\"%d\" r=\"9\" stroke=\"%s\" stroke-width=\"%d\"/>\n"
            .formatted(x, y, used ? Ink.of(colour) : "#c4c9cf", used ? 4 : 1));
    if (used) {
      out.append("<circle class=\"rule\" cx=\"%d\" cy=\"%d\" r=\"11\"/>\n".formatted(x, y));
    }
  }

  /** A resistor in a horizontal wire, its value above. */
  void resistor(int x, int y, String value) {
    box("part", x, y - 4, 36, 8);
    text("s m", x + 18, y - 7, value);
  }

  String document(int width, int height, String title) {
    String head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(width, height, width, height, escaped(title));
    return head
        + "<style>\n"
        + STYLE
        + "</style>\n<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n".formatted(width, height)
        + out
        + "</svg>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
