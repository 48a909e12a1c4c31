package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slot loop appends; garbage there becomes a pause there. */
class SpoolAllocationTest {
  private static final int RECORDS = 200_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  void appendAllocatesNothing() {
    SpoolLimits oneSegment = new SpoolLimits(64 << 20, 2);
    try (Spool spool = Spool.openNewBoot(folder, 1, oneSegment)) {
      JsonText data = new JsonText(256);
      append(spool, data, RECORDS);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      append(spool, data, RECORDS);
      assertEquals(0, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
  }

  private static void append(Spool spool, JsonText data, int count) {
    for (int i = 0; i < count; i++) {
      data.clear().ascii("{\"instance\":\"uc\",\"x\":").number(i).ascii("}");
      spool.append(Kind.EVENT, i, 3, 1, i, i, 1, data);
      spool.append(Kind.FRAME, i, 3, 1, i, i, 48);
    }
  }

  @Test
  void batchesAreMadeWithoutGarbageForEachRecord() throws IOException {
    try (Spool spool = Spool.openNewBoot(folder, 1, new SpoolLimits(8 << 20, 2))) {
      Samples.fill(spool, 60_000);
      BatchEncoder encoder = new BatchEncoder(1, spool.reader(0));
      encode(encoder, 10_000);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      int records = encode(encoder, 40_000);
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      assertEquals(0, bytes / records, bytes + " bytes for " + records + " records");
    }
  }

  private static int encode(BatchEncoder encoder, int atLeast) throws IOException {
    int records = 0;
    while (records < atLeast) {
      encoder.encode();
      records += encoder.count();
    }
    return records;
  }
}
