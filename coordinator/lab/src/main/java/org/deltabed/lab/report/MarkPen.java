package org.deltabed.lab.report;

import java.util.function.Consumer;

/** Draws marks into a diagram: each says its record, and links to it where the report embeds it. */
final class MarkPen {
  private final Html html;
  private final RecordLinks links;
  private final Geometry geometry;

  MarkPen(Html html, RecordLinks links, Geometry geometry) {
    this.html = html;
    this.links = links;
    this.geometry = geometry;
  }

  void interval(String cssClass, int process, long fromNs, long toNs) {
    double from = geometry.x(0, fromNs);
    double width = Math.max(3, geometry.x(0, toNs) - from);
    html.empty(
        "rect",
        "class",
        cssClass,
        "x",
        Words.at(from),
        "y",
        Words.at(geometry.y(process) - 11),
        "width",
        Words.at(width),
        "height",
        "22");
  }

  void mark(String cssClass, String ref, String title, Consumer<Html> drawing) {
    String target = ref.isEmpty() ? null : links.target(ref);
    html.open(target == null ? "g" : "a", "class", cssClass, "href", target);
    html.leaf("title", title);
    drawing.accept(html);
    html.end();
  }

  void label(String cssClass, double x, double y, String text, String anchor) {
    html.leaf(
        "text", text, "class", cssClass, "x", Words.at(x), "y", Words.at(y), "text-anchor", anchor);
  }

  String since(long timeNs) {
    return Words.since(geometry.sinceNs(0, timeNs));
  }
}
