package org.deltabed.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.lab.testing.DeltabedProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code deltabed explore} and {@code replay}: exit codes, fields and files. */
class ExploreTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long WAIT_S = 120;
  private static final Duration WELL_ON = Duration.ofSeconds(3);
  private static final String BROKEN = "uc: uniform agreement";

  @TempDir private Path folder;

  @Test
  void everyScheduleOfACorrectProtocolPasses() {
    CommandLine explored = explore("C2", "-n", "3");
    assertEquals(0, explored.code(), explored.err());
    assertTrue(explored.out().contains("holds   " + BROKEN), explored.out());
    assertTrue(explored.out().contains("last indication after at most 3 slots (1 cycle)"));
    assertTrue(explored.out().contains("PASS: every property holds in all"), explored.out());
    assertFalse(Files.exists(folder.resolve("out")), "nothing was written");
  }

  @Test
  void jsonHasTheFieldsThatProgramsReadAndExactNumbers() {
    JsonNode json = json(explore("c2", "-n", "3", "--adversary", "async", "--json").out());
    assertEquals("C2", json.get("protocol").asString());
    assertEquals("", json.get("variant").asString());
    assertEquals(3, json.get("n").asInt());
    assertEquals(2, json.get("f").asInt());
    assertEquals("async", json.get("adversary").asString());
    assertEquals("PASS", json.get("verdict").asString());
    for (String number : List.of("states", "transitions", "cpuSeconds", "peakHeapBytes")) {
      assertTrue(json.get(number).isNumber() && json.get(number).asDouble() > 0, number);
    }
    assertTrue(json.get("schedules").isIntegralNumber(), "a whole number, however large");
    assertTrue(json.get("schedules").bigIntegerValue().compareTo(BigInteger.ONE) > 0);
    assertTrue(json.get("counterexample").isNull());
    assertEquals(4, json.get("properties").size());
    json.get("properties").forEach(each -> assertEquals("holds", each.get("result").asString()));
  }

  @Test
  void whereAllBroadcastThereIsMoreThanFitsAndOneCanBeAskedAlone() {
    String[] one = {"B4", "-n", "3", "--adversary", "async", "--asked", "1"};
    CommandLine explored = explore(one);
    assertEquals(0, explored.code(), explored.err());
    assertTrue(explored.out().contains("n=3, f=2, async, requests only at p1"), explored.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--random 300 --seed 7", "--adversary async", "--adversary timed"})
  void theSameAgainIsTheSameWhateverTheThreads(String arguments) throws IOException {
    String[] more = (arguments + " --json --threads ").strip().split(" ", -1);
    String first = explored(more, "1");
    List<String> files = files();
    assertEquals(first, explored(more, "2"));
    assertEquals(files, files());
  }

  /** All but what it took. */
  private String explored(String[] arguments, String threads) {
    CommandLine explored =
        explore(
            Stream.of(
                    Stream.of("C2", "-n", "2", "-f", "1", "--variant", "X03"),
                    Stream.of(arguments),
                    Stream.of(threads))
                .flatMap(each -> each)
                .toArray(String[]::new));
    assertEquals(1, explored.code(), explored.err());
    String json = explored.out().substring(0, explored.out().indexOf("\"cpuSeconds\""));
    return json.replace("--threads " + threads, "");
  }

  private List<String> files() throws IOException {
    Path out = folder.resolve("out");
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.sorted().map(ExploreTest::content).toList();
    }
  }

  private static String content(Path file) {
    try {
      return file.getFileName() + ":" + Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void x03_aMistakeIsToldDrawnWrittenAndReplayed() throws IOException {
    CommandLine explored = explore("C2", "-n", "3", "--variant", "X03");
    assertEquals(1, explored.code(), explored.err());
    assertTrue(explored.out().contains("BROKEN  " + BROKEN), explored.out());
    assertTrue(explored.out().contains("Replay: ./deltabed replay "), explored.out());
    Path out = folder.resolve("out");
    assertTrue(explored.out().contains(Files.readString(out.resolve("story.txt")).strip()));
    assertTrue(Files.readString(out.resolve("space-time.svg")).startsWith("<svg"));

    Files.delete(out.resolve("space-time.svg"));
    String schedule = out.resolve("schedule.json").toString();
    CommandLine replayed = CommandLine.execute("replay", schedule, "--svg");
    assertEquals(1, replayed.code(), replayed.err());
    assertTrue(replayed.out().contains("BROKEN  " + BROKEN), replayed.out());
    assertTrue(Files.exists(out.resolve("space-time.svg")), "drawn again");

    JsonNode json = json(CommandLine.execute("replay", out.toString(), "--json").out());
    assertEquals("VIOLATED", json.get("verdict").asString());
  }

  @Test
  void whatIsTooLargeToTryIsDrawnAtRandom() {
    CommandLine explored = explore("A1", "-n", "16", "-f", "15", "--random", "20");
    assertEquals(0, explored.code(), explored.err());
    assertTrue(explored.out().contains("20 schedules, one by one"), explored.out());
    assertTrue(explored.out().contains("nbac/uc: uniform agreement"), "every instance is judged");
  }

  @Test
  void inRoundsEnoughOfThemAreDrawnForAnAnswer() {
    CommandLine explored = explore("FS", "-n", "20", "--random", "20");
    assertEquals(0, explored.code(), explored.out() + explored.err());
    assertTrue(explored.out().contains("holds   uc: termination"), explored.out());
  }

  @Test
  void aScheduleThatIsNotOverOwesNothingYet() throws IOException {
    Path file = folder.resolve("begun.json");
    Files.writeString(
        file,
        """
        {
          "schedule": 1,
          "adversary": "async",
          "protocol": "C2",
          "variant": "",
          "n": 2,
          "f": 1,
          "values": [{"type": "Num", "number": 10}, {"type": "Num", "number": 20}],
          "requestsEach": 1,
          "actions": [{"action": "ask", "process": 1}, {"action": "ask", "process": 2}]
        }
        """);
    CommandLine replayed = CommandLine.execute("replay", file.toString());
    assertEquals(3, replayed.code(), replayed.out() + replayed.err());
    assertTrue(replayed.out().contains("open    uc: termination"), replayed.out());
  }

  @Test
  void theTimedAdversaryHoldsDelaysAgainstTheirBound() {
    CommandLine explored = explore("C2", "-n", "2", "--adversary", "timed", "--json");
    assertEquals(0, explored.code(), explored.err());
    JsonNode delay = json(explored.out()).get("timed").get("delay");
    assertTrue(delay.get("worstNs").asLong() > 0, explored.out());
    assertTrue(delay.get("worstNs").asLong() <= delay.get("boundNs").asLong(), explored.out());
  }

  @Test
  void everyProtocolWithABoundKeepsToIt() {
    CommandLine table = CommandLine.execute("explore", "--table", "--json");
    assertEquals(0, table.code(), table.err());
    JsonNode json = json(table.out());
    assertTrue(json.get("complete").asBoolean() && json.get("holds").asBoolean());
    int notTight = 0;
    for (JsonNode row : json.get("rows")) {
      boolean reached = row.get("worstDecisionSlots").asInt() == row.get("boundSlots").asInt();
      notTight += reached || row.get("protocol").asString().equals("G1") ? 0 : 1;
    }
    assertEquals(0, notTight, "some schedule takes as long as each bound");
  }

  @Test
  void ctrlCKeepsWhatWasFound() throws Exception {
    try (DeltabedProcess process =
        DeltabedProcess.start(
            folder, "explore", "C2", "-n", "7", "--adversary", "async", "--json")) {
      while (process.handle().info().totalCpuDuration().orElseThrow().compareTo(WELL_ON) < 0) {
        Thread.sleep(10); // before it has begun to explore, Ctrl-C ends the program as ever
      }
      DeltabedProcess.signal("INT", process.handle());
      assertEquals(3, process.exitCode(WAIT_S), process.output());
      JsonNode json = json(process.output());
      assertEquals("INCOMPLETE", json.get("verdict").asString());
      assertTrue(json.get("states").asLong() > 0, process.output());
    }
  }

  @Test
  void aFolderWithoutAScheduleIsNoneToReplay() {
    CommandLine replayed = CommandLine.execute("replay", folder.toString());
    assertEquals(64, replayed.code(), replayed.out());
    assertTrue(replayed.err().contains("campaign.json"), replayed.err());
  }

  @Test
  void theCatalogueSaysWhatWorks() {
    JsonNode rows = json(CommandLine.execute("protocols", "--json").out());
    for (JsonNode row : rows) {
      assertFalse(row.get("page").asString().isEmpty() || row.get("model").asString().isEmpty());
      assertEquals("working", row.get("status").asString());
    }
    assertTrue(rows.size() > 10, "rows " + rows.size());
    assertTrue(CommandLine.execute("protocols").out().contains("C5-slots"), "forms are listed");
  }

  private CommandLine explore(String... arguments) {
    boolean writes = !List.of(arguments).contains("timed");
    return CommandLine.execute(
        Stream.of(
                Stream.of("explore"),
                Stream.of(arguments),
                writes ? Stream.of("--out", folder.resolve("out").toString()) : Stream.<String>of())
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
