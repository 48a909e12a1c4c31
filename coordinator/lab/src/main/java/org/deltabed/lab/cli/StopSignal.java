package org.deltabed.lab.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: the work is interrupted, and the program does not end before it has put away
 * what it had started, so that no process is left over.
 */
final class StopSignal {

  private static final long PUT_AWAY_S = 25;

  private StopSignal() {}

  static <T> T during(Callable<T> work) throws Exception {
    Thread worker = Thread.currentThread();
    java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              worker.interrupt();
              try {
                done.await(PUT_AWAY_S, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.call();
    } finally {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The signal has come: the hook waits for exactly this moment.
      }
    }
  }
}
