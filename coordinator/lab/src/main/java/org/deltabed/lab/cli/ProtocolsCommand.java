package org.deltabed.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.deltabed.lab.docs.ProtocolPages;
import org.deltabed.protocol.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code deltabed protocols}. */
@Command(
    name = "protocols",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the protocols: id, name, that it works, the model it is for, and its page.",
      "They can be named by id or name, in plans and to explore."
    })
public final class ProtocolsCommand implements Callable<Integer> {
  private record Row(String id, String name, String status, String model, String page) {}

  private static final int ID = 10;
  private static final int STATUS = 7;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @Option(names = "--json", description = "Prints the list as JSON in place of the table.")
  private boolean json;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description =
          "Writes a page for each that works in place of the list, from this checkout's sources.")
  private Path pages;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (pages != null) {
      ProtocolPages.write(Home.path(), pages);
      return 0;
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Row> rows = rows();
    if (json) {
      out.println(json(rows));
    } else {
      int name = width(rows.stream().map(Row::name).toList());
      int model = width(rows.stream().map(Row::model).toList());
      rows.addFirst(new Row("id", "name", "status", "model", "page"));
      for (Row row : rows) {
        String line = padded(row.id, ID) + padded(row.name, name) + padded(row.status, STATUS);
        out.println(line + padded(row.model, model) + row.page);
      }
    }
    out.flush();
    return 0;
  }

  /** By letters and then by numbers. */
  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    Catalogue.protocols()
        .forEach(
            p -> rows.add(new Row(p.id(), p.name(), "working", p.model().toString(), p.page())));
    rows.sort(Comparator.comparing(row -> row.id().replaceFirst("(?<=[A-Z])(?=[0-9](-|$))", "0")));
    return rows;
  }

  private static String json(List<Row> rows) {
    ArrayNode list = JSON.createArrayNode();
    for (Row row : rows) {
      list.addObject()
          .put("id", row.id)
          .put("name", row.name)
          .put("status", row.status)
          .put("model", row.model)
          .put("page", row.page);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length())) + "  ";
  }

  private static int width(List<String> column) {
    return column.stream().mapToInt(String::length).max().orElse(1);
  }
}
