package org.deltabed.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltabed.lab.virtual.AgentCache;

/**
 * {@code start}: a node of a running cluster loses its power and gets it again, without an AOT
 * cache and with one by turns.
 */
final class StartFigures implements Bench {

  private static final int TIMES_EACH = 6;

  @Override
  public List<Figure> measure(Notes notes) throws IOException, InterruptedException {
    Starts without = new Starts();
    Starts with = new Starts();
    try (LiveCluster cluster = new LiveCluster()) {
      Optional<Path> cache = AgentCache.find(cluster.testbed());
      if (cache.isEmpty()) {
        notes.add("start: there is no AOT cache, for which agents must run from jars");
      }
      for (int i = 0; i < TIMES_EACH; i++) {
        without.restart(cluster, 1 + 2 * i % cluster.testbed().n(), List.of());
        if (cache.isPresent()) {
          int node = 1 + (2 * i + 1) % cluster.testbed().n();
          with.restart(cluster, node, AgentCache.flags(cache));
        }
      }
      notes.add(
          "start: slots of %s us, so a cycle, for which a node that starts listens first, of %s ms"
              .formatted(
                  Numbers.text(cluster.testbed().timing().slotNs() / 1e3),
                  Numbers.text(cluster.testbed().timing().cycleNs() / 1e6)));
      cluster.awaitRecords();
      without.read(cluster);
      with.read(cluster);
    }
    return figures(without, with);
  }

  private static List<Figure> figures(Starts without, Starts with) {
    List<Figure> figures = new ArrayList<>(without.figures("without AOT cache"));
    if (!with.isEmpty()) {
      figures.addAll(with.figures("with AOT cache"));
      double ratio = with.toFirstFrame().median() / without.toFirstFrame().median();
      figures.add(Figure.of("start", "first frame, with to without", Spread.exact(ratio), "ratio"));
    }
    return figures;
  }
}
