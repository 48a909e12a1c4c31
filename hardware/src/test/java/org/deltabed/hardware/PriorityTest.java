package org.deltabed.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.testing.ChildJvm;
import org.deltabed.hardware.testing.Scheduling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for is what the kernel then says, or, where it is refused, nothing changes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PriorityTest {
  private record Seen(boolean granted, Scheduling own, Scheduling child) {}

  @Test
  void realTimePriorityIsTheCallingThreadsAlone() throws Exception {
    FutureTask<Seen> task =
        new FutureTask<>(
            () -> {
              boolean granted = RealTimePriority.WATCH.request();
              FutureTask<Scheduling> child = new FutureTask<>(Scheduling::ofThisThread);
              Thread.ofPlatform().start(child);
              return new Seen(granted, Scheduling.ofThisThread(), child.get());
            });
    Thread.ofPlatform().start(task);
    Seen seen = task.get();
    Scheduling ordinary = Scheduling.ofThisThread();
    assertEquals(Scheduling.ORDINARY, ordinary.policy());
    assertEquals(Scheduling.ORDINARY, seen.child().policy());
    assertEquals(seen.granted() ? Scheduling.FIFO : Scheduling.ORDINARY, seen.own().policy());
    assertEquals(seen.granted() ? 5 : 0, seen.own().realTimePriority());
  }

  /** In a process of its own: the others' tests are to run as usual. */
  @Test
  void aRaisedProcessHasAllItsThreadsRaised(@TempDir Path directory) throws Exception {
    Path said = directory.resolve("said");
    Process process =
        new ProcessBuilder(ChildJvm.command(PriorityMain.class))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertTrue(process.waitFor(50, TimeUnit.SECONDS));
    String text = Files.readString(said).strip();
    assertTrue(text.equals("true [-10]") || text.equals("false [" + ownNiceness() + "]"), text);
  }

  private static int ownNiceness() throws IOException {
    return Scheduling.ofThisThread().niceness();
  }
}
