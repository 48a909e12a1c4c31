package org.deltabed.hardware.power;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.CutEvidence;
import org.deltabed.hardware.posix.PidFd;
import org.deltabed.hardware.posix.Posix;

/** One boot of a node: a running child process and the thread that waits for its end. */
final class NodeProcess {

  private static final int KILLED = 128 + Posix.SIGKILL;

  private final Process process;
  private final ExitListener listener;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long startedNs;

  /** Null if the process had ended before it could be had. */
  private final PidFd pidFd;

  private volatile long cutNs;
  private volatile long endSeenNs;
  private volatile int code;

  NodeProcess(String name, Launch launch, ExitListener listener) throws IOException {
    this.listener = listener;
    ProcessBuilder builder = new ProcessBuilder(launch.argv());
    builder.environment().putAll(launch.environment());
    builder.directory(launch.directory().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    startedNs = System.nanoTime();
    process = builder.start();
    pidFd = open(process);
    Thread waiter = new Thread(this::awaitEnd, "power-" + name);
    waiter.setDaemon(true);
    waiter.start();
  }

  /** The number is the child's for sure only if the child lives after the descriptor was made. */
  private static PidFd open(Process process) throws IOException {
    PidFd pidFd;
    try {
      pidFd = PidFd.of(process.pid());
    } catch (IOException e) {
      if (process.isAlive()) {
        process.destroyForcibly();
        throw e;
      }
      return null;
    }
    if (!process.isAlive()) {
      pidFd.close();
      return null;
    }
    return pidFd;
  }

  private void awaitEnd() {
    if (pidFd != null) {
      pidFd.awaitExit();
    } else {
      exitCode();
    }
    endSeenNs = System.nanoTime();
    code = exitCode();
    ended.countDown();
    if (pidFd != null) {
      pidFd.close();
    }
    listener.exited(code, endSeenNs);
  }

  private int exitCode() {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread; the exit is at hand anyway.
      }
    }
  }

  /** SIGKILL, unless it was sent before. Returns a time at which it had not been sent. */
  synchronized long cut() {
    if (cutNs == 0) {
      cutNs = System.nanoTime();
      signal(Posix.SIGKILL);
    }
    return cutNs;
  }

  /** After the end. A dead but uncollected process takes signals too: its exit code tells. */
  CutEvidence evidence() {
    boolean byCut = cutNs != 0 && code == KILLED && cutNs <= endSeenNs;
    return new CutEvidence(byCut ? cutNs : startedNs, endSeenNs, byCut);
  }

  long pid() {
    return process.pid();
  }

  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  boolean signal(int number) {
    return pidFd != null && pidFd.signal(number);
  }

  boolean awaitEnd(long waitMs) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ended.await(waitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
