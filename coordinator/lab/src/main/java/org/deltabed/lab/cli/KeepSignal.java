package org.deltabed.lab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C and SIGTERM where what was found so far is worth keeping: the work is told, ends early,
 * and shows it; the program ends with the work's exit code, not with the signal's.
 */
final class KeepSignal {
  private static final long WAIT_S = 25;

  /** Work that looks now and then whether it should end. */
  interface Work {
    int until(BooleanSupplier stopped) throws Exception;
  }

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "keep");
  private volatile boolean came;
  private volatile int code = ExitCodes.STOPPED;

  private KeepSignal() {}

  /** Does the work. */
  static int during(Work work) throws Exception {
    KeepSignal signal = new KeepSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    try {
      signal.code = work.until(() -> signal.came);
      return signal.code;
    } finally {
      signal.over();
    }
  }

  /** Halts, since a program that ends by a signal would end with the signal's code. */
  private void stop() {
    came = true;
    try {
      if (done.await(WAIT_S, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(code);
      }
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
