package org.deltabed.hardware.power;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program, of bounded time and with bounded output: the last bytes of what it wrote.
 * After its time it is killed with what it has started.
 */
final class CommandRun {

  private static final int OUTPUT_BYTES_MAX = 4096;
  private static final long KILL_MS_MAX = 2_000;

  /** A program that has left a background process behind holds its output open: not for us. */
  private static final long OUTPUT_MS_MAX = 500;

  private final Process process;
  private final Thread reader;
  private final byte[] tail = new byte[OUTPUT_BYTES_MAX];
  private long bytes;

  private CommandRun(Process process) {
    this.process = process;
    reader = Thread.ofPlatform().daemon().name("power-command").start(this::drain);
  }

  /** How it ended; {@code code} is -1 if it was killed at the end of its time. */
  record Result(int code, String output) {}

  /** Runs it to its end, without input and with both outputs in one. */
  static Result run(List<String> argv, long timeoutNs) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(argv)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .start();
    CommandRun run = new CommandRun(process);
    try {
      boolean ended = process.waitFor(timeoutNs, TimeUnit.NANOSECONDS);
      if (ended) {
        run.reader.join(OUTPUT_MS_MAX);
      }
      return new Result(ended ? process.exitValue() : -1, run.output());
    } finally {
      run.kill();
    }
  }

  private void kill() throws InterruptedException {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(KILL_MS_MAX, TimeUnit.MILLISECONDS);
    }
  }

  private void drain() {
    byte[] block = new byte[OUTPUT_BYTES_MAX];
    try (InputStream in = process.getInputStream()) {
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        keep(block, length);
      }
    } catch (IOException e) {
      // It was killed; what it wrote before is kept.
    }
  }

  private synchronized void keep(byte[] block, int length) {
    for (int i = 0; i < length; i++) {
      tail[(int) (bytes++ % OUTPUT_BYTES_MAX)] = block[i];
    }
  }

  private synchronized String output() {
    int length = (int) Math.min(bytes, OUTPUT_BYTES_MAX);
    byte[] ordered = new byte[length];
    for (int i = 0; i < length; i++) {
      ordered[i] = tail[(int) ((bytes - length + i) % OUTPUT_BYTES_MAX)];
    }
    return new String(ordered, StandardCharsets.UTF_8).strip();
  }
}
