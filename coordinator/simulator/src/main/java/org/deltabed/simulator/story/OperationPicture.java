package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.history.linear.Operation;
import org.deltabed.protocol.history.linear.Operations;
import org.deltabed.simulator.run.Execution;

/**
 * Operations as intervals of time, a lane for each process, with those picked out that cannot be
 * put in an order. One SVG document that needs nothing else; and the same in plain text.
 *
 * <p>Only the order of invocations and completions counts, so they are drawn at equal distances.
 * What happens in one slot at different processes is drawn at one place.
 */
public final class OperationPicture {
  private static final double PILL = 20;
  private static final double LANE = 48;
  private static final double TOP = 52;
  private static final double LEFT = 64;
  private static final double RIGHT = 28;
  private static final double CHAR = 6.8;
  private static final double STEP_MIN = 40;
  private static final double WIDTH_WANTED = 1000;

  /** Columns of text for each place in time. */
  private static final int CHARS = 4;

  private final List<Operation> operations;
  private final List<Operation> culprits;
  private final List<Long> times;
  private final List<Integer> processes;

  /**
   * @param operations what is drawn; of many, those that are concurrent with the culprits are
   *     enough
   * @param culprits those that cannot be ordered
   */
  public OperationPicture(List<Operation> operations, List<Operation> culprits) {
    this.operations =
        operations.stream().sorted(Comparator.comparingLong(Operation::invoked)).toList();
    this.culprits = List.copyOf(culprits);
    TreeSet<Long> ends = new TreeSet<>();
    operations.forEach(o -> ends.add(o.invoked()));
    operations.stream().filter(o -> !o.isPending()).forEach(o -> ends.add(o.returned()));
    times = List.copyOf(ends);
    processes = operations.stream().map(Operation::process).distinct().sorted().toList();
  }

  /**
   * The reads and writes that such a property is about, and those that its explanation cites; empty
   * if it asks for no order of operations, or finds none of these.
   */
  public static Optional<OperationPicture> of(History history, Property property) {
    List<Operation> all =
        Operations.of(
                history,
                property.instance(),
                e -> e instanceof ReadReturn || e instanceof WriteReturn)
            .stream()
            .filter(operation -> isOfMemory(operation.request()))
            .toList();
    if (!property.readsOrder() || all.isEmpty()) {
      return Optional.empty();
    }
    List<String> cited = property.check(history).refs();
    return Optional.of(
        new OperationPicture(all, all.stream().filter(o -> cited.containsAll(o.refs())).toList()));
  }

  /**
   * Those of the first property of an execution that there is such a picture of; of a broken one,
   * if there is any.
   */
  public static Optional<OperationPicture> of(Execution execution) {
    History history = execution.history();
    return execution.judge().entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Property, Outcome> e) -> e.getValue().holds()))
        .flatMap(e -> of(history, e.getKey()).stream())
        .findFirst();
  }

  private static boolean isOfMemory(Event request) {
    return request instanceof Read
        || request instanceof Write
        || request instanceof Get
        || request instanceof Put;
  }

  /** The text of the SVG document. */
  public String svg() {
    double step = Math.max(STEP_MIN, (WIDTH_WANTED - LEFT - RIGHT) / Math.max(1, times.size()));
    double width = LEFT + step * times.size() + RIGHT;
    double height = TOP + LANE * processes.size() + 12;
    Svg svg = new Svg();
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
    svg.text(culprits.isEmpty() ? "holds" : "broken", 14, 26, title());
    for (int lane = 0; lane < processes.size(); lane++) {
      double y = TOP + LANE * (lane + 0.5);
      svg.text("name", 14, y + 5, "p" + processes.get(lane));
      svg.line("hair", LEFT - 8, y, width - RIGHT + 8, y);
    }
    operations.forEach(operation -> interval(svg, operation, step, width - RIGHT));
    return svg.end().toString();
  }

  private String title() {
    return culprits.isEmpty()
        ? operations.size() + " operations"
        : "Operations that do not fit together";
  }

  private void interval(Svg svg, Operation operation, double step, double right) {
    double y = TOP + LANE * (processes.indexOf(operation.process()) + 0.5);
    double from = LEFT + step * times.indexOf(operation.invoked());
    double to = operation.isPending() ? right : LEFT + step * times.indexOf(operation.returned());
    double width = Math.max(12, to - from);
    boolean isCulprit = culprits.contains(operation);
    svg.open("g", "class", isCulprit ? "cited" : "event").leaf("title", operation.toString());
    svg.box(operation.isPending() ? "mute" : "frame", from, y - PILL / 2, width, PILL, 4);
    if (isCulprit) {
      svg.box("ring", from - 2, y - PILL / 2 - 2, width + 4, PILL + 4, 5);
    }
    boolean isShort = to - from < width;
    int chars = (int) Math.max(3, (width + step / 2) / CHAR);
    svg.text("said", from + 5 + (isShort ? width : 0), y + 4, Svg.cut(operation.text(), chars));
    svg.end();
  }

  /** A line for each operation: when it was open, as bars, and what it was; a star at culprits. */
  public String text() {
    List<String> lines = new ArrayList<>();
    for (Operation operation : operations) {
      int from = times.indexOf(operation.invoked()) * CHARS;
      int to = (operation.isPending() ? times.size() : times.indexOf(operation.returned())) * CHARS;
      String bar =
          " ".repeat(from)
              + "["
              + "=".repeat(Math.max(0, to - from - 1))
              + (operation.isPending() ? ">" : "]");
      lines.add(
          (culprits.contains(operation) ? "* " : "  ")
              + "p"
              + operation.process()
              + " "
              + bar
              + " ".repeat(Math.max(1, times.size() * CHARS + 2 - bar.length()))
              + operation.text());
    }
    return String.join("\n", lines) + "\n";
  }
}
