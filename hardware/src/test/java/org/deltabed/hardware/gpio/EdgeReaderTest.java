package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.deltabed.hardware.DigitalInput.EdgeListener;
import org.deltabed.hardware.posix.Posix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The reader on a named pipe, through which come events as the kernel writes them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EdgeReaderTest {

  private static final int BATCH = 5_000;
  private static final int BATCHES_MAX = 100;

  private final Arena arena = Arena.ofAuto();
  private final Posix posix = new Posix(arena);
  private final MemorySegment event = arena.allocate(GpioUapi.EVENT);
  private int pipe;
  private GpioLine line;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    String path = directory.resolve("events").toString();
    assertEquals(0, new ProcessBuilder("mkfifo", path).start().waitFor());
    pipe = posix.open(arena.allocateFrom(path), Posix.O_RDWR | Posix.O_CLOEXEC);
    line = new GpioLine("line", posix.open(arena.allocateFrom(path), Posix.O_RDWR));
  }

  @AfterEach
  void close() {
    posix.close(pipe);
  }

  private void write(int number, boolean rising) {
    event.set(ValueLayout.JAVA_LONG, GpioUapi.at(GpioUapi.EVENT, "timestamp_ns"), 1_000L * number);
    event.set(ValueLayout.JAVA_INT, GpioUapi.at(GpioUapi.EVENT, "id"), rising ? 1 : 2);
    event.set(ValueLayout.JAVA_INT, GpioUapi.at(GpioUapi.EVENT, "line_seqno"), number);
    assertEquals(48, posix.write(pipe, event, 48));
  }

  @Test
  void missingNumbersAreMissedEdges() throws Exception {
    Edges edges = new Edges(10);
    EdgeReader reader = EdgeReader.start(line, edges);
    write(1, true);
    write(2, false);
    edges.await(2);
    assertEquals(0, edges.missed());
    write(5, true);
    edges.await(3);
    assertEquals(2, edges.missed());
    assertEquals(5_000, edges.timeNs(2));
    reader.end();
    assertEquals(2, reader.missed());
    assertEquals(0, edges.losses());
  }

  @Test
  void edgesBeforeTheFirstThatIsReadAreMissedToo() throws Exception {
    Edges edges = new Edges(10);
    EdgeReader reader = EdgeReader.start(line, edges);
    write(4, true);
    edges.await(1);
    assertEquals(3, edges.missed());
    reader.end();
  }

  @Test
  void theSameLevelTwiceMeansThatAnEdgeWasTooShort() throws Exception {
    Edges edges = new Edges(10);
    EdgeReader reader = EdgeReader.start(line, edges);
    write(1, true);
    write(2, true);
    write(3, false);
    edges.await(3);
    assertEquals(1, edges.missed());
    reader.end();
  }

  @Test
  void numbersMayPassTheLargest() throws Exception {
    Edges edges = new Edges(10);
    EdgeReader reader = EdgeReader.start(line, edges);
    for (int i = 0; i < 2; i++) {
      write(Integer.MAX_VALUE + i, i == 0);
    }
    edges.await(2);
    assertEquals(Integer.MAX_VALUE - 1, edges.missed());
    reader.end();
  }

  @Test
  void aReaderThatDiesSaysThatTheLineIsLost() throws Exception {
    CompletableFuture<IOException> lost = new CompletableFuture<>();
    CompletableFuture<Throwable> died = new CompletableFuture<>();
    EdgeListener broken =
        new EdgeListener() {
          @Override
          public void edge(boolean high, long timeNs) {
            Thread.currentThread()
                .setUncaughtExceptionHandler((thread, cause) -> died.complete(cause));
            throw new AssertionError("a broken invariant");
          }

          @Override
          public void lost(IOException cause) {
            lost.complete(cause);
          }
        };
    EdgeReader reader = EdgeReader.start(line, broken);
    write(1, true);
    assertTrue(lost.get().getMessage().contains("a broken invariant"), lost.get().getMessage());
    assertEquals("a broken invariant", died.get().getMessage());
    reader.end();
  }

  @Test
  void steadyStateAllocatesNothing() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    AtomicLong allocated = new AtomicLong();
    AtomicLong heard = new AtomicLong();
    EdgeListener counting =
        (high, timeNs) -> {
          if (heard.get() % BATCH == BATCH - 1) {
            allocated.set(threads.getCurrentThreadAllocatedBytes());
          }
          heard.incrementAndGet();
        };
    EdgeReader reader = EdgeReader.start(line, counting);
    long before = -1;
    int batch = 0;
    for (; batch < BATCHES_MAX && before != allocated.get(); batch++) {
      before = allocated.get();
      for (int i = 0; i < BATCH; i++) {
        int number = batch * BATCH + i + 1;
        write(number, number % 2 == 1);
      }
      while (heard.get() < (batch + 1L) * BATCH) {
        Thread.sleep(1);
      }
    }
    assertTrue(before == allocated.get(), "each batch allocates, also after " + batch);
    assertEquals(0, reader.missed());
    reader.end();
  }
}
