package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that appends is killed by SIGKILL: nothing that it had appended is lost. */
class SpoolKillTest {
  private static final SpoolLimits LIMITS = new SpoolLimits(1 << 16, 400);

  @TempDir Path folder;

  /** Appends as fast as it can, and now and then says what it has appended. */
  static final class Victim {
    public static void main(String[] arguments) {
      Spool spool = Spool.openNewBoot(Path.of(arguments[0]), 1, LIMITS);
      for (int i = 0; i < 150_000; i++) {
        long seq = spool.append(Kind.EVENT, i, 1, 1, i, i, -i, i % 2 == 0 ? "" : "{\"i\":1}");
        if (i % 1000 == 0) {
          System.out.println(seq);
        }
      }
      System.out.println("end");
    }
  }

  @Test
  void nothingAppendedIsLost() throws Exception {
    for (int boot = 1; boot <= 4; boot++) {
      long said = killAfter(20L * boot * boot);
      List<TraceRecord> records = Samples.read(folder, boot);
      assertTrue(records.size() > said, records.size() + " read, " + said + " said");
      for (int i = 0; i < records.size(); i++) {
        assertEquals(i, records.get(i).seq());
        assertEquals(-i, records.get(i).b());
      }
    }
  }

  /**
   * Kills the victim once it has said {@code lines} lines, or at its end; returns the last number
   * that it said.
   */
  private long killAfter(long lines) throws IOException, InterruptedException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long said = -1;
    try (var out =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      for (long i = 0; i < lines && line != null && !line.equals("end"); i++) {
        said = Long.parseLong(line);
        line = out.readLine();
      }
    } finally {
      victim.destroyForcibly();
      victim.waitFor();
    }
    assertTrue(said >= 0, "the victim said nothing");
    return said;
  }
}
