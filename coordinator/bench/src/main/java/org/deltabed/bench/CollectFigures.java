package org.deltabed.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** {@code collect}: how fast records come from agents to a verdict. */
final class CollectFigures implements Bench {

  private static final int TIMES = 4;
  private static final double RECORDS_PER_S_MIN = 200_000;
  private static final double NS_PER_S = 1e9;

  @Override
  public List<Figure> measure(Notes notes) throws IOException, InterruptedException {
    List<Collection> collections = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      collections.add(Collection.measure());
    }
    Collection cold = collections.removeFirst();
    Collection any = collections.getFirst();
    notes.add(
        "collect: a campaign of %,d records of 5 agents, and %,d of the witness that are judged with them and not counted; the first pass, not in the median, took %s records/s"
            .formatted(
                any.agentRecords(), any.witnessRecords(), Numbers.text(Math.rint(rate(cold)))));
    return List.of(
        figure("agent to judged", collections, CollectFigures::rate)
            .target(Target.atLeast(RECORDS_PER_S_MIN)),
        figure(
            "agent's spool to the lab's file",
            collections,
            c -> c.agentRecords() * NS_PER_S / c.collectNs()),
        figure(
            "judged, the witness's records too",
            collections,
            c -> (c.agentRecords() + c.witnessRecords()) * NS_PER_S / c.judgeNs()));
  }

  private static double rate(Collection collection) {
    return collection.agentRecords() * NS_PER_S / (collection.collectNs() + collection.judgeNs());
  }

  private static Figure figure(
      String name, List<Collection> collections, ToDoubleFunction<Collection> rate) {
    double[] rates = collections.stream().mapToDouble(rate).toArray();
    return Figure.of("collect", name, Spread.of(rates), "records/s");
  }
}
