package org.deltabed.lab.report;

/** How the diagrams are to be read. */
final class Legend {
  private static final String[][] ENTRIES = {
    {"<rect class='win o0' x='2' y='3' width='24' height='12'/>", "slot of its owner"},
    {"<rect class='win mute' x='2' y='3' width='24' height='12'/>", "owner silent"},
    {"<path class='empty' d='M3 3L25 15M20.4 14.2L25 15L22 11.4'/>", "frame without a message"},
    {
      "<g class='message'><path d='M3 3L25 15M19 14.4L25 15L21.6 9.8'/></g>", "frame with a message"
    },
    {
      "<g class='lost'><path d='M3 3L22 13'/><path class='x' d='M20 10l6 6m-6 0l6-6'/></g>",
      "sent, not received"
    },
    {"<g class='late'><path d='M3 3L25 15M19 14.4L25 15L21.6 9.8'/></g>", "late frame"},
    {
      "<g class='crash'><rect class='evidence' x='3' y='2' width='14' height='14'/><path class='x'"
          + " d='M12 4l10 10m-10 0l10-10'/></g>",
      "crash: last sign of life to first proof of death"
    },
    {"<g class='suspicion'><path d='M14 3.5l5.5 5.5-5.5 5.5L8.5 9z'/></g>", "suspicion (†p: who)"},
    {
      "<g class='decision'><rect x='2' y='2' width='24' height='14' rx='7'/><text class='value'"
          + " x='14' y='12.8' text-anchor='middle'>11</text></g>",
      "decision with its value"
    },
    {
      "<g class='indication'><circle cx='14' cy='10' r='4.5'/></g>",
      "other indications of one slot: a delivery, a view"
    },
    {
      "<g class='fault'><path class='bolt' d='M15.5 1l-5 8h4l-2 7 6-9h-4l3-6z'/></g>",
      "injected fault"
    },
    {
      "<g class='alarm'><path class='tri' d='M14 3l6 11H8z'/><path class='bang' d='M14 7v3.4m0"
          + " 1.4v.8'/></g>",
      "incident"
    },
    {"<path class='hiccup' d='M14 14l-5-9h10z'/>", "the host paused"}
  };

  private final Html html;

  Legend(Html html) {
    this.html = html;
  }

  void write() {
    html.leaf(
        "p",
        "Time runs to the right in slots; the number above a slot is the process that owns it."
            + " Point at a slot, an arrow or a mark to see its records; follow a mark to the"
            + " record itself.");
    html.open("ul", "class", "legend");
    for (String[] entry : ENTRIES) {
      html.open("li");
      html.open(
          "svg",
          "class",
          "st",
          "viewBox",
          "0 0 28 18",
          "width",
          "28",
          "height",
          "18",
          "aria-hidden",
          "true");
      html.trusted(entry[0]).end().text(entry[1]).end();
    }
    html.end();
  }
}
