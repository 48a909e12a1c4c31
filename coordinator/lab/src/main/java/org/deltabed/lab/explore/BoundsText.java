package org.deltabed.lab.explore;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.deltabed.lab.explore.BoundsTable.Row;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of bounds, for people and for programs. */
public final class BoundsText {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String LINE = "%-10s %3s %3s %3s  %6s %6s %7s %9s";

  private BoundsText() {}

  /** Lines, each with a line feed; each protocol's bound follows its rows. */
  public static String of(BoundsTable table, Cost cost) {
    StringBuilder text = new StringBuilder();
    Formatter out = new Formatter(text, Locale.ROOT);
    out.format(LINE + "%n", "protocol", "n", "f", "f'", "slots", "bound", "cycles", "messages");
    for (Bounds.Bound bound : Bounds.ALL) {
      List<Row> rows =
          table.rows().stream().filter(row -> row.protocolId().equals(bound.protocolId())).toList();
      rows.forEach(row -> row(out, row));
      out.format("           at most %s: %s%n", bound.words(), bound.from());
      out.format("%n");
    }
    long missed = table.rows().stream().filter(Row::isMissed).count();
    out.format(
        "%d rows, every schedule of each; %s%n",
        table.rows().size(), missed == 0 ? "every bound is kept" : missed + " miss their bound");
    if (!table.complete()) {
      out.format("INCOMPLETE: it was stopped; rows are missing%n");
    }
    out.format("%.1f s, %.1f s of processor time%n", cost.wallSeconds(), cost.cpuSeconds());
    return text.toString();
  }

  private static void row(Formatter out, Row row) {
    out.format(
        LINE,
        row.protocolId(),
        row.n(),
        row.f(),
        row.crashed() == Row.ANY ? "-" : row.crashed(),
        row.slots(),
        row.boundSlots(),
        row.cycles(),
        row.messages());
    out.format("%s%n", remark(row));
  }

  private static String remark(Row row) {
    if (row.isMissed()) {
      return "  MISSED";
    }
    return row.slots() < row.boundSlots() ? "  not reached" : "";
  }

  /** One JSON object; {@code crashed} is null where the bound does not depend on it. */
  public static String json(BoundsTable table, Cost cost) {
    ObjectNode json = JSON.createObjectNode();
    json.put("complete", table.complete()).put("holds", table.holds());
    ArrayNode rows = json.putArray("rows");
    for (Row row : table.rows()) {
      ObjectNode each = rows.addObject();
      each.put("protocol", row.protocolId()).put("n", row.n()).put("f", row.f());
      if (row.crashed() == Row.ANY) {
        each.putNull("crashed");
      } else {
        each.put("crashed", row.crashed());
      }
      each.put("worstDecisionSlots", row.slots())
          .put("boundSlots", row.boundSlots())
          .put("cycles", row.cycles())
          .put("messages", row.messages())
          .put("missed", row.isMissed());
    }
    json.put("cpuSeconds", cost.cpuSeconds())
        .put("wallSeconds", cost.wallSeconds())
        .put("peakHeapBytes", cost.peakHeapBytes());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }
}
