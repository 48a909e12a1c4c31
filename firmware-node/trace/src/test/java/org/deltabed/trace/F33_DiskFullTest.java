package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that cannot hold the spool is said when it is opened, not when evidence is lost. */
class F33_DiskFullTest {
  @TempDir Path folder;

  @Test
  void noRoomForWhatTheLimitsAllow() {
    SpoolLimits huge = new SpoolLimits(1 << 30, Integer.MAX_VALUE);
    SpoolFailed failed = assertThrows(SpoolFailed.class, () -> Spool.openNewBoot(folder, 1, huge));
    assertEquals(SpoolFailed.Reason.DISK_FULL, failed.reason());
  }

  @Test
  void aFolderThatCannotBeWritten() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "x");
    SpoolFailed failed =
        assertThrows(SpoolFailed.class, () -> Spool.openNewBoot(noFolder, 1, Samples.SMALL));
    assertEquals(SpoolFailed.Reason.NOT_WRITABLE, failed.reason());
  }
}
