package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Runs many schedules and reports the worst that it has seen. Threads only make it faster. */
public final class TimedExplorer {
  /** Is told how far it is, by any of the threads, one at a time. */
  public interface Progress {
    void made(long done, long total);
  }

  private final ExploredSpace space;
  private final int threads;
  private final BooleanSupplier stopped;
  private final Progress progress;

  /**
   * @param threads how many runs to make at once, at least 1
   * @param stopped asked before each run; once true, what was found so far is reported
   */
  public TimedExplorer(
      ExploredSpace space, int threads, BooleanSupplier stopped, Progress progress) {
    this.space = space;
    this.threads = threads;
    this.stopped = stopped;
    this.progress = progress;
  }

  /**
   * Every instant at which something changes, for each process, under each combination of
   * proposals, drift and jitter.
   *
   * @param samplesEach how many schedules with several crashes to draw under each, where f allows
   */
  public TimedReport everyInstant(long samplesEach) {
    return explore(new GridCases(space, samplesEach, stopped));
  }

  /** So many schedules, all drawn from the seed. */
  public TimedReport random(long count) {
    return explore(new RandomCases(space, count));
  }

  private TimedReport explore(Cases cases) {
    AtomicLong next = new AtomicLong();
    AtomicLong done = new AtomicLong();
    Tally sum = new Tally();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Tally>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(() -> part(cases, next, done)));
      }
      for (Future<Tally> part : parts) {
        sum.add(part.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
    return sum.report(space.testbed(), cases.count());
  }

  private Tally part(Cases cases, AtomicLong next, AtomicLong done) {
    Tally tally = new Tally();
    for (long i = next.getAndIncrement();
        i < cases.count() && !stopped.getAsBoolean();
        i = next.getAndIncrement()) {
      tally.add(i, run(cases.at(i)));
      synchronized (progress) {
        progress.made(done.incrementAndGet(), cases.count());
      }
    }
    return tally;
  }

  /** A failure of the simulator itself names the schedule that shows it. */
  private static TimedOutcome run(TimedSchedule schedule) {
    try {
      return TimedRun.run(schedule);
    } catch (RuntimeException e) {
      throw new IllegalStateException("the simulator failed at " + schedule + ": " + e, e);
    }
  }
}
