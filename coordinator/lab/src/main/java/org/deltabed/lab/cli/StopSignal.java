package org.deltabed.lab.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: the work is interrupted, and the program does not end before it has put away
 * what it had started, so that no process is left over.
 */
final class StopSignal {

  private static final long PUT_AWAY_S = 25;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private volatile boolean came;

  private StopSignal() {}

  /**
   * Does the work. Whatever it throws after the signal has come is a consequence of that: Ctrl-C
   * also reaches the programs that the work has started.
   */
  static <T> T during(Callable<T> work, Callable<T> whenStopped) throws Exception {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    try {
      return work.call();
    } catch (Exception e) {
      if (signal.came || e instanceof InterruptedException) {
        return whenStopped.call();
      }
      throw e;
    } finally {
      signal.over();
    }
  }

  private void stop() {
    came = true;
    worker.interrupt();
    try {
      done.await(PUT_AWAY_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void over() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The signal has come: the hook waits for exactly this moment.
    }
  }
}
