package org.deltabed.lab.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.deltabed.lab.explore.Bounds.Bound;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.explore.ExploreOptions;
import org.deltabed.simulator.explore.Findings;
import org.deltabed.simulator.explore.Lockstep;
import org.deltabed.simulator.explore.Question;
import org.deltabed.simulator.timed.TimedExplorer;

/** The worst of every schedule beside the bound, for every protocol that has one. */
public record BoundsTable(List<Row> rows, boolean complete) {
  private static final int N_MIN = 2;
  private static final int N_MAX = 5;

  /**
   * One line.
   *
   * @param crashed how many crash, or {@link #ANY} where the bound does not depend on it
   * @param slots how many had passed when the last decision came, at most
   * @param messages the most that were sent
   */
  public record Row(
      String protocolId, int n, int f, int crashed, int slots, int boundSlots, int messages) {
    public static final int ANY = -1;

    /** How many cycles it takes to pass so many slots. */
    public int cycles() {
      return (slots + n - 1) / n;
    }

    public boolean isMissed() {
      return slots > boundSlots;
    }
  }

  private record Cell(Bound bound, int n, int f) {
    /** Roughly how much work it is: the largest are begun first. */
    int size() {
      return n * n * n * (f + 1);
    }
  }

  private record Part(Cell cell, Findings findings) {}

  public BoundsTable {
    rows = List.copyOf(rows);
  }

  /** Explores everything, or until it is stopped: then with the rows that are known by then. */
  public static BoundsTable explore(
      int threads, BooleanSupplier stopped, TimedExplorer.Progress progress) {
    List<Cell> cells = cells();
    AtomicLong done = new AtomicLong();
    List<Row> rows = new ArrayList<>();
    boolean complete = true;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Part>> parts = new ArrayList<>();
      cells.stream()
          .sorted(Comparator.comparingInt(Cell::size).reversed())
          .forEach(
              cell ->
                  parts.add(
                      pool.submit(
                          () -> {
                            Part part = new Part(cell, findings(cell, stopped));
                            progress.made(done.incrementAndGet(), cells.size());
                            return part;
                          })));
      for (Future<Part> part : parts) {
        complete &= part.get().findings.complete();
        rows.addAll(rows(part.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
    List<String> order = Bounds.ALL.stream().map(Bound::protocolId).toList();
    rows.sort(
        Comparator.<Row>comparingInt(row -> order.indexOf(row.protocolId))
            .thenComparingInt(Row::n)
            .thenComparingInt(Row::f)
            .thenComparingInt(Row::crashed));
    return new BoundsTable(rows, complete);
  }

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Bound bound : Bounds.ALL) {
      for (int n = N_MIN; n <= N_MAX; n++) {
        int most = Catalogue.find(bound.protocolId()).model().crashesMax(n);
        for (int f = 0; f <= most; f++) {
          cells.add(new Cell(bound, n, f));
        }
      }
    }
    return cells;
  }

  /** Only indications are observed: there are far fewer states than where properties are judged. */
  private static Findings findings(Cell cell, BooleanSupplier stopped) {
    Protocol protocol = Catalogue.find(cell.bound.protocolId());
    Lockstep lockstep =
        new Lockstep(
            Question.of(protocol, cell.n, cell.f, 1),
            Lockstep.Grain.of(protocol),
            new Observed(Set.of(protocol.top()), false, false),
            List.of(),
            ExploreOptions.with(1));
    return lockstep.explore(stopped, _ -> {});
  }

  private static List<Row> rows(Part part) {
    Findings findings = part.findings;
    Cell cell = part.cell;
    if (!findings.complete()) {
      return List.of();
    }
    if (!cell.bound.byCrashes()) {
      return List.of(row(cell, Row.ANY, findings.worstDecision(), findings.worstMessage()));
    }
    return IntStream.rangeClosed(0, cell.f)
        .mapToObj(
            crashed ->
                row(
                    cell,
                    crashed,
                    findings.worstDecisionSlots().get(crashed),
                    findings.worstMessages().get(crashed)))
        .toList();
  }

  private static Row row(Cell cell, int crashed, int slots, int messages) {
    int bound = cell.bound.slots().of(cell.n, cell.f, crashed);
    return new Row(cell.bound.protocolId(), cell.n, cell.f, crashed, slots, bound, messages);
  }

  /** Whether every row keeps to its bound. */
  public boolean holds() {
    return rows.stream().noneMatch(Row::isMissed);
  }
}
