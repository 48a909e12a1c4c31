package org.deltabed.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.deltabed.trace.Kind;
import org.deltabed.trace.Spool;
import org.deltabed.trace.SpoolLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Appending to a spool whose segment holds all: a node appends some hundred records a second and
 * its next segment is always ready, which appending at full speed would outrun. In batches that are
 * short, so that most of them are not interrupted on a busy host.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
public class SpoolAppend {
  static final int BATCH = 2_000;
  private static final SpoolLimits ONE_SEGMENT_IS_ENOUGH = new SpoolLimits(256 << 20, 2);
  private static final byte[] DATA =
      ("{\"instance\":\"uc\",\"direction\":\"indication\",\"event\":\"Decide\","
              + "\"value\":{\"type\":\"Num\",\"number\":452373}}")
          .getBytes(StandardCharsets.UTF_8);

  private Path folder;
  private Spool spool;
  private long timeNs;

  /** A fresh spool for each process. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    folder = ScratchFolder.create();
    spool = Spool.openNewBoot(folder, 1, ONE_SEGMENT_IS_ENOUGH);
    spool.append(Kind.BOOT, -1, -1, 0, 0, 0, -1);
  }

  /** Removes it. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    spool.close();
    ScratchFolder.delete(folder);
  }

  /** A record as of every frame that arrives. */
  @Benchmark
  public long plain() {
    timeNs += 25_000_000;
    return spool.append(Kind.FRAME, 7, 3, 4, timeNs, timeNs - 9_000_000, 39);
  }

  /** A record as of every event of the protocol, whose text is there already. */
  @Benchmark
  public long withData() {
    timeNs += 25_000_000;
    return spool.append(Kind.EVENT, 7, 3, 0, timeNs, 0, 1, DATA, 0, DATA.length);
  }
}
