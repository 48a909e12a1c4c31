package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs are run: good, failing, hanging and noisy ones. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandPowerTest {

  private static final long PATIENT_MS = 20_000;
  private static final CommandPower.Words WORDS =
      new CommandPower.Words(Set.of("on", "1", "true"), Set.of("off", "0", "false"));

  @TempDir Path folder;

  private String script(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static CommandPower power(String on, String off, String state, long confirmMs) {
    return new CommandPower("command of node3", on, off, state, WORDS, confirmMs);
  }

  @Test
  void theExitCodeConfirms() throws Exception {
    String pdu = script("pdu", "echo $2 > " + folder.resolve("outlet"));
    CommandPower power = power(pdu + " set on", pdu + " set 'off'", "", PATIENT_MS);
    PowerChange off = power.off();
    assertEquals("off\n", Files.readString(folder.resolve("outlet")));
    assertEquals("exit code 0 of " + pdu, off.confirmedBy());
    assertTrue(off.askedNs() <= off.confirmedNs());
    assertEquals(PowerState.UNKNOWN, power.state(), "nothing tells");
    power.on();
    assertEquals("on\n", Files.readString(folder.resolve("outlet")));
  }

  @Test
  void theOutputOfTheStateCommandDecides() throws Exception {
    Path outlet = Files.writeString(folder.resolve("outlet"), "BITFT_1=1");
    String set = script("set", "echo BITFT_1=$1 > " + outlet);
    String welded = script("welded", "exit 0");
    CommandPower power = power(set + " 1", set + " 0", "cat " + outlet, PATIENT_MS);
    assertEquals(PowerState.ON, power.state());
    assertEquals("the output of cat " + outlet, power.off().confirmedBy());
    assertEquals(PowerState.OFF, power.state());
    CommandPower stuck = power(welded, set + " 0", "cat " + outlet, PATIENT_MS);
    PowerNotConfirmed lie = assertThrows(PowerNotConfirmed.class, stuck::on);
    assertTrue(lie.came().contains("says: BITFT_1=0"), lie.came());
  }

  @Test
  void anOutputThatSaysBothOrNeitherIsUnknown() {
    assertEquals(PowerState.UNKNOWN, WORDS.in("port 1: off"));
    assertEquals(PowerState.UNKNOWN, WORDS.in("no such port"));
    assertEquals(PowerState.OFF, WORDS.in("Port 2: OFF"));
    assertEquals(PowerState.ON, WORDS.in("output=true"));
    assertEquals(PowerState.UNKNOWN, WORDS.in(""));
  }

  @Test
  void aFailureQuotesTheLastWords() throws Exception {
    String failing = script("failing", "echo looking >&2; echo 'no such outlet' >&2; exit 7");
    CommandPower power = power(failing, failing, "", PATIENT_MS);
    PowerNotConfirmed failed = assertThrows(PowerNotConfirmed.class, power::off);
    assertTrue(failed.came().contains("exit code 7"), failed.came());
    assertTrue(failed.came().contains("looking no such outlet"), failed.came());
  }

  @Test
  void aHangingProgramIsKilledWithItsChildren() throws Exception {
    Path pids = folder.resolve("pids");
    String hanging = script("hanging", "echo waiting; sleep 300 & echo $$ $! > " + pids + "; wait");
    CommandPower power = power(hanging, hanging, hanging, 1_500);
    PowerNotConfirmed hung = assertThrows(PowerNotConfirmed.class, power::off);
    assertTrue(hung.came().contains("did not end and was killed"), hung.came());
    assertTrue(hung.came().contains("waiting"), hung.came());
    for (String pid : Files.readString(pids).strip().split(" ", -1)) {
      awaitGone(Long.parseLong(pid));
    }
    assertEquals(PowerState.UNKNOWN, power.state());
  }

  private static void awaitGone(long pid) throws Exception {
    for (int i = 0; i < 500 && runs(pid); i++) {
      Thread.sleep(10);
    }
    assertFalse(runs(pid), "still runs: " + pid);
  }

  /** One that is dead and that nobody has collected does not run. */
  private static boolean runs(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    try {
      return !Files.readString(stat).replaceAll(".*\\) ", "").startsWith("Z");
    } catch (java.nio.file.NoSuchFileException e) {
      return false;
    }
  }

  @Test
  void aNoisyProgramIsHeardToItsEndAndKeptShort() throws Exception {
    String noisy = script("noisy", "seq 1 200000; echo the end; exit 3");
    CommandPower power = power(noisy, noisy, "", PATIENT_MS);
    PowerNotConfirmed failed = assertThrows(PowerNotConfirmed.class, power::off);
    assertTrue(failed.came().endsWith("the end"), failed.came());
    assertTrue(failed.came().length() < 600, "bounded");
  }

  @Test
  void aBackgroundProcessThatKeepsTheOutputOpenHoldsNobody() throws Exception {
    Path pids = folder.resolve("pids");
    String daemon = script("daemon", "sleep 300 & echo $! > " + pids + "; echo started");
    CommandPower power = power(daemon, daemon, "", PATIENT_MS);
    power.off();
    long pid = Long.parseLong(Files.readString(pids).strip());
    assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
  }

  @Test
  void aMissingProgramIsSaid() {
    CommandPower power = power("/no/such/program on", "/no/such/program off", "", PATIENT_MS);
    PowerNotConfirmed missing = assertThrows(PowerNotConfirmed.class, power::off);
    assertTrue(missing.came().contains("could not be run"), missing.came());
  }

  @Test
  void thereIsNoShell() throws Exception {
    assertEquals(
        List.of("a", "b c", "", "$HOME;|&", "d'e"),
        CommandLine.split(" a 'b c'  \"\" $HOME;|& d\"'\"e "));
    assertThrows(IllegalArgumentException.class, () -> CommandLine.split("a 'b"));
    assertThrows(IllegalArgumentException.class, () -> CommandLine.split("  "));
    String print = script("print", "printf %s \"$1\" > " + folder.resolve("said"));
    power(print + " $(id)", print + " `id`;id", "", PATIENT_MS).off();
    assertEquals("`id`;id", Files.readString(folder.resolve("said")));
  }
}
