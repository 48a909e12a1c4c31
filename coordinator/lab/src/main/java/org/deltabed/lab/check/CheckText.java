package org.deltabed.lab.check;

import java.util.List;
import java.util.Locale;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a wiring check found, for a person and for a program. */
public final class CheckText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CheckText() {}

  /** A table of all that was looked at, and what is to be done. */
  public static String table(Testbed testbed, List<Finding> findings) {
    StringBuilder text = new StringBuilder("wiring of " + testbed.name() + "\n\n");
    text.append("%-8s %-7s %-12s %s%n".formatted("what", "node", "is", "seen"));
    for (Finding it : findings) {
      text.append(
          "%-8s %-7s %-12s %s%n"
              .formatted(it.use(), it.node() == 0 ? "all" : it.node(), word(it), it.text()));
    }
    List<Finding> wrong = findings.stream().filter(Finding::isWrong).toList();
    if (!wrong.isEmpty()) {
      text.append("\nto do:\n");
      wrong.forEach(it -> text.append("  ").append(toDo(it)).append('\n'));
    }
    long unchecked = findings.stream().filter(it -> it.mark() == Mark.UNCHECKED).count();
    text.append('\n')
        .append(wrong.isEmpty() ? "nothing is wrong" : wrong.size() + " things are wrong")
        .append(unchecked == 0 ? "" : ", " + unchecked + " could not be checked");
    return text.toString();
  }

  private static String word(Finding it) {
    return it.isWrong() ? it.kind().toUpperCase(Locale.ROOT) : it.mark().word();
  }

  /** One mistake in one line. */
  public static String toDo(Finding it) {
    String where = it.node() == 0 ? it.use() : it.use() + " of node " + it.node();
    return where + ": " + it.text() + "; " + it.remedy();
  }

  /** All of it as one JSON object. */
  public static String json(Testbed testbed, List<Finding> findings) {
    ObjectNode root = JSON.createObjectNode();
    root.put("testbed", testbed.name()).put("wiringHash", testbed.hash());
    root.put("right", findings.stream().allMatch(it -> it.mark() == Mark.RIGHT));
    ArrayNode list = root.putArray("findings");
    for (Finding it : findings) {
      ObjectNode one = list.addObject();
      one.put("mark", it.mark().word()).put("use", it.use()).put("node", it.node());
      one.put("kind", it.kind());
      ArrayNode others = one.putArray("others");
      it.others().forEach(others::add);
      one.put("wire", it.wire()).put("text", it.text()).put("remedy", it.remedy());
    }
    return root.toPrettyString();
  }
}
