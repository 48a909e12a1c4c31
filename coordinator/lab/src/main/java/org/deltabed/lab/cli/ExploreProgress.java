package org.deltabed.lab.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.deltabed.simulator.explore.Progress;

/**
 * How far an exploration is, in one line of a console that is written over; silent where the output
 * is no console. Told by any of the threads.
 */
final class ExploreProgress implements Consumer<Progress>, AutoCloseable {
  private static final long EVERY_NS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long NEVER = Long.MAX_VALUE;
  private static final double NS = 1e9;
  private static final double MEGA = 1e6;
  private static final String START_OF_LINE = "\r\u001b[K";

  private final PrintStream console;
  private final long startNs = System.nanoTime();
  private final AtomicLong nextNs;
  private int layer = -1;
  private long layerNs;

  private ExploreProgress(PrintStream console, boolean shows) {
    this.console = console;
    nextNs = new AtomicLong(shows ? EVERY_NS : NEVER);
  }

  static ExploreProgress onThisConsole() {
    return new ExploreProgress(System.err, ConsoleProgress.isConsole());
  }

  @Override
  public void accept(Progress progress) {
    long nowNs = System.nanoTime() - startNs;
    if (isTurn(nowNs)) {
      show(progress, nowNs);
    }
  }

  /** Of the timed adversary and of random schedules: so many runs are made. */
  void made(long done, long total) {
    long nowNs = System.nanoTime() - startNs;
    if (isTurn(nowNs)) {
      double rate = done / (nowNs / NS);
      line(
          String.format(
              Locale.ROOT,
              "%,d of %,d runs, %,.0f/s, about %,.0f s",
              done,
              total,
              rate,
              (total - done) / rate));
    }
  }

  /** For one thread each time. */
  private boolean isTurn(long nowNs) {
    long next = nextNs.get();
    return nowNs >= next && nextNs.compareAndSet(next, nowNs + EVERY_NS);
  }

  private synchronized void show(Progress progress, long nowNs) {
    if (progress.layer() != layer) {
      layer = progress.layer();
      layerNs = nowNs;
    }
    line(
        String.format(
            Locale.ROOT,
            "layer %d%s, %,d states, %,d transitions, %,.0f/s, %,.0f MB%s",
            progress.layer() + 1,
            progress.layers() == 0 ? "" : " of " + progress.layers(),
            progress.states(),
            progress.transitions(),
            progress.transitions() / (nowNs / NS),
            (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGA,
            estimate(progress, nowNs)));
  }

  /** Of the layer; how large the next ones are nobody knows. */
  private String estimate(Progress progress, long nowNs) {
    if (progress.done() == 0 || nowNs == layerNs) {
      return "";
    }
    double left = (double) (progress.of() - progress.done()) / progress.done();
    return String.format(
        Locale.ROOT,
        ", %d %% of this layer, about %,.0f s",
        100 * progress.done() / Math.max(1, progress.of()),
        left * (nowNs - layerNs) / NS);
  }

  private void line(String text) {
    console.print(START_OF_LINE + text);
    console.flush();
  }

  @Override
  public void close() {
    long next = nextNs.getAndSet(NEVER);
    if (next != NEVER && next > EVERY_NS) {
      console.print(START_OF_LINE);
      console.flush();
    }
  }
}
