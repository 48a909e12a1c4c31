package org.deltabed.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.wiring.BadInput;

/** {@code deltabed bench}: measures deltabed on this machine. */
public final class Benchmarks {

  /** In place of the table, the figures for a program. */
  public static final String JSON = "--json";

  private static final Map<String, Bench> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("frame", new FrameFigures());
    BY_NAME.put("spool", new SpoolFigures());
    BY_NAME.put("collect", new CollectFigures());
    BY_NAME.put("overhead", new OverheadFigures());
    BY_NAME.put("start", new StartFigures());
    BY_NAME.put("memory", new MemoryFigures());
    BY_NAME.put("explore", new ExploreFigures());
  }

  private Benchmarks() {}

  /**
   * Runs benchmarks and prints their figures.
   *
   * @param arguments their names, all when there are none; and {@link #JSON} if wanted
   * @return 0: a missed target is a finding, not a failure
   * @throws BadInput when a name is unknown
   */
  public static int run(List<String> arguments) throws IOException, InterruptedException {
    boolean json = arguments.contains(JSON);
    List<String> names = new ArrayList<>(arguments);
    names.removeIf(JSON::equals);
    for (String name : names) {
      if (!BY_NAME.containsKey(name)) {
        throw new BadInput(
            "bench", 0, "there is no benchmark " + name, "choose of " + BY_NAME.keySet());
      }
    }
    Notes notes = new Notes();
    notes.add("host: " + HostLoad.text() + " at the start");
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Bench> bench : BY_NAME.entrySet()) {
      if (names.isEmpty() || names.contains(bench.getKey())) {
        System.err.println("measuring " + bench.getKey() + " ...");
        figures.addAll(bench.getValue().measure(notes));
      }
    }
    notes.add("host: " + HostLoad.text() + " at the end; more load than processors spoils figures");
    System.out.println(json ? FigureJson.of(figures) : FigureTable.of(figures));
    if (!json) {
      notes.lines().forEach(System.out::println);
    }
    return 0;
  }
}
