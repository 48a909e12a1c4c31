package org.deltabed.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says and with which code it ends, where no testbed is needed. */
class CommandLineTest {

  private static final String WIRING = "../../wiring/virtual-5.yaml";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Usage: deltabed [-hV] COMMAND|run,check,report,explore,replay,protocols,wiring,bench,130",
        "run|Usage: deltabed run [-hV]|PLAN,--variant,--broker,--runs,--id,--json",
        "check|Usage: deltabed check [-hV]|RUN_DIR,--json",
        "report|Usage: deltabed report [-hV]|RUN_DIR",
        "explore|Usage: deltabed explore [-h|PROTOCOL,-n,-f,--adversary,--variant,--json,--out",
        "replay|Usage: deltabed replay [-h|FILE,--svg,--json",
        "protocols|Usage: deltabed protocols [-hV]|--json",
        "wiring|Usage: deltabed wiring [-hV]|show,draw,pins,bom",
        "wiring show|Usage: deltabed wiring show [-hV]|FILE,--json",
        "wiring draw|Usage: deltabed wiring draw [-hV]|FILE,--out",
        "bench|Usage: deltabed bench [-hV]|NAME",
      })
  void everyCommandHelps(String command, String usage, String names) {
    CommandLine help = CommandLine.execute((command + " --help").strip().split(" ", -1));
    assertEquals(0, help.code(), help.err());
    assertTrue(help.out().startsWith(usage), help.out());
    for (String name : names.split(",", -1)) {
      assertTrue(help.out().contains(name), "no " + name + " in " + help.out());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "runn",
        "run --nonsense",
        "run nowhere.yaml",
        "run --variant X99",
        "run --variant X03 a.yaml b.yaml",
        "check",
        "check nowhere",
        "report nowhere",
        "explore",
        "explore C2",
        "explore C9 -n 3",
        "explore C2 -n 13",
        "explore C2 -n 3 -f 3",
        "explore C2 -n 3 --variant X01",
        "explore C2 -n 3 --variant X99",
        "explore C2 -n 3 --requests 0",
        "explore C2 -n 3 --threads 0",
        "explore C2 -n 3 --adversary nobody",
        "explore C5 -n 3 --adversary async",
        "explore C5 -n 3 --adversary async --random 5",
        "explore C2 -n 65 --random 5",
        "explore C2 -n 3 --random 0",
        "explore C2 -n 3 --testbed ../../wiring/virtual-3.yaml",
        "explore C2 -n 3 --adversary timed --testbed ../../wiring/virtual-5.yaml",
        "explore C2 -n 3 --adversary timed --late",
        "explore C2 --table",
        "explore --table --every-instance",
        "explore --table --seed 3",
        "explore --table --requests 2",
        "explore FS -n 3 --random 5 --late",
        "explore C2 -n 3 --adversary async --asked 2",
        "explore B1 -n 3 --asked 2",
        "explore B1 -n 3 --adversary async --asked 4",
        "explore B1 -n 3 --adversary async --asked 1 --random 5",
        "explore C2 -n 3 --random 5 --every-instance",
        "explore C2 -n 3 --random 5 --symmetry",
        "explore C2 -n 3 --seed 7",
        "explore C2 -n 3 --adversary timed --out nowhere",
        "replay",
        "replay nowhere",
        "protocols all",
        "wiring",
        "wiring show",
        "wiring show nowhere.yaml",
      })
  void wrongUsageEndsWith64AndSaysWhatIsWrong(String arguments) {
    CommandLine wrong =
        CommandLine.execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    assertEquals(64, wrong.code(), wrong.out());
    assertTrue(wrong.err().startsWith("deltabed: "), wrong.err());
    assertFalse(wrong.err().contains("Exception"), wrong.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/tmp/x", "a/b", "..", ".hidden", "a b", "x\ny"})
  void f44_anIdThatIsNoFolderNameIsRejected(String id) throws IOException {
    Path plan = TestPlan.threeNodes(3).run("never", "").in(folder);
    Path runs = folder.resolve("deep/runs");
    CommandLine wrong =
        CommandLine.execute("run", plan.toString(), "--runs", runs.toString(), "--id", id);
    assertEquals(64, wrong.code(), wrong.out());
    assertTrue(wrong.err().contains("--id"), wrong.err());
    assertFalse(Files.exists(folder.resolve("deep/x")), "nothing was made");
    assertFalse(Files.exists(runs), "nothing was made");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mqtt://127.0.0.1:1883", "http://a:b@127.0.0.1:1883", "mqtt://a@127.0.0.1"})
  void aBrokerWithoutCredentialsIsRejectedBeforeAnythingIsMade(String broker) throws IOException {
    Path plan = TestPlan.threeNodes(3).run("never", "").in(folder);
    Path runs = folder.resolve("runs");
    CommandLine wrong =
        CommandLine.execute("run", plan.toString(), "--runs", runs.toString(), "--broker", broker);
    assertEquals(64, wrong.code(), wrong.out());
    assertTrue(wrong.err().contains("--broker"), wrong.err());
    assertFalse(Files.exists(runs), "nothing was made");
  }

  @Test
  void wiringShowPrintsBoundsAndSlots() {
    CommandLine show = CommandLine.execute("wiring", "show", WIRING);
    assertEquals(0, show.code(), show.err());
    assertTrue(show.out().contains("delta"), show.out());
    for (int node = 1; node <= 5; node++) {
      assertTrue(show.out().contains("node" + node), show.out());
    }
    CommandLine json = CommandLine.execute("wiring", "show", "--json", WIRING);
    assertTrue(json.out().startsWith("{") && json.out().contains("\"nodes\":["), json.out());
  }

  @Test
  void aBadWiringFileIsNamedWithItsLine() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            Files.readString(Path.of(WIRING)).replace("slot: 1", "slot: 0"));
    CommandLine show = CommandLine.execute("wiring", "show", bad.toString());
    assertEquals(64, show.code(), show.out());
    assertTrue(show.err().matches("(?s).*bad\\.yaml:\\d+: .*"), show.err());
  }
}
