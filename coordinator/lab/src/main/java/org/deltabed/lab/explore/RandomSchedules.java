package org.deltabed.lab.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.deltabed.lab.explore.Found.Asked;
import org.deltabed.simulator.explore.Request;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.run.RandomLockstep;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.simulator.timed.TimedExplorer;

/** Runs schedules that are drawn from seeds, and judges all properties of all instances in each. */
public final class RandomSchedules {
  private final Asked asked;
  private final Order order;
  private final Setting setting;

  /**
   * What to draw.
   *
   * @param late whether requests come in any slot of their cycle
   * @param count how many schedules
   * @param seed the first one's; the others follow
   */
  public record Order(Request.Kind kind, boolean late, long count, long seed, int threads) {}

  private RandomSchedules(Asked asked, Order order) {
    this.asked = asked;
    this.order = order;
    setting =
        new Setting(
            asked.protocol().id(),
            asked.variant(),
            asked.n(),
            asked.f(),
            asked.protocol().workload().drawn(asked.n(), _ -> 0),
            asked.requestsEach(),
            asked.liberties());
  }

  /** Runs all of them, or until it is stopped: then what was found by then is kept. */
  public static Found explore(
      Asked asked,
      Order order,
      BooleanSupplier stopped,
      TimedExplorer.Progress progress,
      Shelf shelf) {
    RandomSchedules schedules = new RandomSchedules(asked, order);
    RandomTally sum = schedules.run(stopped, progress);
    boolean complete = sum.runs() == order.count;
    List<Judged> judged = sum.judged(complete);
    Optional<Judged> first = judged.stream().filter(Judged::isBroken).findFirst();
    return new Found(
        asked,
        Judged.verdict(judged),
        judged,
        sum.figures(complete),
        first.map(
            broken ->
                shelf.put(
                    broken, schedules.draw(sum.firstSeed(broken.property())).schedule(), stopped)),
        Cost.NONE);
  }

  private Execution draw(long seed) {
    return order.kind == Request.Kind.ASYNC
        ? RandomAsync.run(setting, seed)
        : RandomLockstep.run(setting, order.late, seed);
  }

  private RandomTally run(BooleanSupplier stopped, TimedExplorer.Progress progress) {
    AtomicLong next = new AtomicLong();
    AtomicLong done = new AtomicLong();
    RandomTally sum = new RandomTally(asked);
    try (ExecutorService pool = Executors.newFixedThreadPool(order.threads)) {
      List<Future<RandomTally>> parts = new ArrayList<>();
      for (int t = 0; t < order.threads; t++) {
        parts.add(
            pool.submit(
                () -> {
                  RandomTally part = new RandomTally(asked);
                  for (long i = next.getAndIncrement();
                      i < order.count && !stopped.getAsBoolean();
                      i = next.getAndIncrement()) {
                    part.add(order.seed + i, draw(order.seed + i));
                    progress.made(done.incrementAndGet(), order.count);
                  }
                  return part;
                }));
      }
      for (Future<RandomTally> part : parts) {
        sum.add(part.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a random schedule: " + e.getCause().getMessage(), e);
    }
    return sum;
  }
}
