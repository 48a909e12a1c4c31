package org.deltabed.lab.report;

/** Slot windows on their owners' lanes, and the frames in them as arrows. */
final class Traffic {
  private static final double WINDOW_HEIGHT = 22;

  private final Html html;
  private final ReportSource folder;
  private final DrawnRun trace;
  private final Geometry geometry;
  private final SlotStory story;
  private final StringBuilder empty = new StringBuilder();

  Traffic(Html html, ReportSource folder, DrawnRun trace, Geometry geometry, long startRound) {
    this.html = html;
    this.folder = folder;
    this.trace = trace;
    this.geometry = geometry;
    this.story = new SlotStory(trace, geometry, startRound);
  }

  void write() {
    int first = geometry.window().first() * geometry.n();
    int slots = geometry.window().rounds() * geometry.n();
    for (int position = first; position < first + slots; position++) {
      window(position);
    }
    // Frames without a message lie below all others, in one path: there are many of them.
    trace.slots.forEach(this::emptyFrames);
    html.empty("path", "class", "empty", "d", empty.toString());
    trace.slots.forEach(this::messages);
    trace.slots.forEach(this::late);
  }

  private void window(int position) {
    DrawnRun.Slot slot = trace.slots.get(position);
    int owner = position % geometry.n() + 1;
    boolean spoke = slot != null && (!slot.sendings.isEmpty() || !slot.receptions.isEmpty());
    boolean message = slot != null && slot.carriesMessage();
    html.open(
        "rect",
        "class",
        "win o" + (owner - 1) % 8 + (spoke ? message ? " msg" : "" : " mute"),
        "x",
        Words.at(geometry.xOfSlot(position) + 0.5),
        "y",
        Words.at(geometry.y(owner) - WINDOW_HEIGHT / 2),
        "width",
        Words.at(geometry.slotWidth() - 1),
        "height",
        Words.at(WINDOW_HEIGHT));
    html.leaf("title", story.of(position, slot)).end();
  }

  private void emptyFrames(int position, DrawnRun.Slot slot) {
    for (DrawnRun.Reception reception : slot.receptions) {
      if (reception.messages().isEmpty()) {
        empty.append(arrow(position, slot, reception.process(), reception.timeNs(), 3));
      }
    }
  }

  private void messages(int position, DrawnRun.Slot slot) {
    for (DrawnRun.Reception reception : slot.receptions) {
      if (!reception.messages().isEmpty()) {
        String path = arrow(position, slot, reception.process(), reception.timeNs(), 5.5);
        html.open("g", "class", "message");
        html.leaf("title", story.ofMessages(position, slot, reception));
        html.empty("path", "class", "hit", "d", path).empty("path", "d", path).end();
      }
    }
  }

  /** Frames that came late, and those that a living receiver did not get though they were sent. */
  private void late(int position, DrawnRun.Slot slot) {
    for (DrawnRun.Lateness late : slot.late) {
      String path = arrow(position, slot, late.process(), late.arrivalNs(), 5.5);
      html.open("g", "class", "late").leaf("title", story.ofLate(position, late));
      html.empty("path", "class", "hit", "d", path).empty("path", "d", path).end();
    }
    if (slot.sendings.isEmpty()) {
      return;
    }
    slot.silent.forEach(
        (process, ref) -> {
          if (slot.late.stream().noneMatch(late -> late.process() == process)) {
            lost(position, slot, process, ref);
          }
        });
  }

  private void lost(int position, DrawnRun.Slot slot, int process, String ref) {
    int sender = position % geometry.n() + 1;
    double x1 = geometry.x(sender, sentNs(position, slot));
    double x2 = geometry.xOfSlot(position + 0.85);
    double y1 = geometry.y(sender);
    double y2 = geometry.y(process);
    double y = y2 - Math.signum(y2 - y1) * 9;
    double x = x1 + (x2 - x1) * (y - y1) / (y2 - y1);
    html.open("g", "class", "lost");
    html.leaf(
        "title",
        "p"
            + sender
            + "'s frame did not reach p"
            + process
            + "\n"
            + story.where(position)
            + "\n"
            + ref);
    html.empty("path", "d", "M" + point(x1, y1) + "L" + point(x, y));
    html.empty("path", "class", "x", "d", "M" + point(x - 3, y - 3) + "l6 6m-6 0l6-6").end();
  }

  /** A line with a head of two strokes. */
  private String arrow(int position, DrawnRun.Slot slot, int receiver, long timeNs, double head) {
    int sender = position % geometry.n() + 1;
    double x1 = geometry.x(sender, sentNs(position, slot));
    double y1 = geometry.y(sender);
    double x2 = geometry.x(receiver, timeNs);
    double y2 = geometry.y(receiver) - Math.signum(geometry.y(receiver) - y1) * 1.5;
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 1) {
      return "";
    }
    double ux = (x2 - x1) / length * head;
    double uy = (y2 - y1) / length * head;
    String left = point(x2 - ux - uy * 0.5, y2 - uy + ux * 0.5);
    String right = point(x2 - ux + uy * 0.5, y2 - uy - ux * 0.5);
    return "M"
        + point(x1, y1)
        + "L"
        + point(x2, y2)
        + "M"
        + left
        + "L"
        + point(x2, y2)
        + "L"
        + right;
  }

  /** When the slot's frame was sent: by its sender, else by the witness, else the slot's start. */
  private long sentNs(int position, DrawnRun.Slot slot) {
    int sender = position % geometry.n() + 1;
    if (!slot.sendings.isEmpty()) {
      return slot.sendings.getFirst().timeNs();
    }
    if (slot.lineStartNs != Long.MIN_VALUE) {
      return slot.lineStartNs;
    }
    return trace.origin(sender, geometry.startNs()) + position * folder.timing().slotNs();
  }

  private static String point(double x, double y) {
    return Words.at(x) + " " + Words.at(y);
  }
}
