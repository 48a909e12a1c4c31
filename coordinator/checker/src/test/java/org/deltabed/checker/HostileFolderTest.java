package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A folder that does not keep to the format gives an error that names file and line, and no
 * verdict.
 */
class HostileFolderTest {
  private static final String TRACE = "trace/r01-n12-b1.jsonl";

  @TempDir Path folder;

  @BeforeEach
  void write() {
    new CampaignFixture(3).run("r01", Pull.power(3, 4)).write(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../r01", "a/b", "..", ".", "", "r 1", "-r", "r\\u0000", "r01.jsonl"})
  void F44_runIdsThatAreNoPlainNames(String id) throws IOException {
    change(CampaignFile.NAME, "\"r01\"", "\"" + id + "\"");
    BadEvidence error = bad();
    assertEquals(CampaignFile.NAME, error.file());
    assertTrue(error.line() > 0);
  }

  @Test
  void F44_namesOfTraceFilesAreReadStrictly() throws IOException {
    for (String name :
        new String[] {
          "r01-n12-b01.jsonl",
          "r01-n0-b1.jsonl",
          "r01.jsonl",
          "r..-n1-b1.jsonl",
          "r01-n12-b1-.jsonl"
        }) {
      Path file = Files.createFile(folder.resolve("trace").resolve(name));
      assertEquals("trace/" + name, bad().file());
      Files.delete(file);
    }
  }

  @Test
  void F44_linksLeadNowhere() throws IOException {
    Path outside = Files.createTempFile("outside", ".jsonl");
    Files.createSymbolicLink(folder.resolve("trace/r01-n12-b7.jsonl"), outside);
    assertEquals("trace/r01-n12-b7.jsonl", bad().file());
    Files.delete(outside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "{",
        "[]",
        "null",
        "{\"v\":1}",
        "{\"v\":2,\"run\":\"r01\",\"node\":12,\"boot\":1,\"seq\":0,\"timeNs\":0,\"kind\":\"SEND\"}",
        "{\"v\":1,\"run\":\"r01\",\"node\":12,\"boot\":1,\"seq\":99999999999999999999,\"timeNs\":0,\"kind\":\"SEND\"}",
        "{\"v\":1,\"run\":\"r02\",\"node\":12,\"boot\":1,\"seq\":9,\"timeNs\":0,\"kind\":\"SEND\"}",
        "{\"v\":1,\"run\":\"r01\",\"node\":13,\"boot\":1,\"seq\":9,\"timeNs\":0,\"kind\":\"SEND\"}",
        "{\"v\":1,\"run\":\"r01\",\"node\":12,\"boot\":2,\"seq\":9,\"timeNs\":0,\"kind\":\"SEND\"}",
        "{\"v\":1,\"run\":\"r01\",\"node\":12,\"boot\":1,\"seq\":9,\"timeNs\":0,\"kind\":\"RUN_START\"}",
        "{\"v\":1,\"run\":\"r01\",\"node\":12,\"boot\":1,\"seq\":9,\"timeNs\":0,\"kind\":\"EVENT\"}",
        "{\"v\":1,\"run\":\"r01\",\"node\":12,\"boot\":1,\"seq\":9,\"timeNs\":0,\"kind\":\"EVENT\",\"data\":{\"instance\":\"uc\",\"direction\":\"up\",\"event\":\"Decide\"}}",
        "{\"v\":1,\"run\":\"r01\",\"node\":12,\"boot\":1,\"seq\":9,\"timeNs\":0,\"kind\":\"EVENT\",\"data\":{\"instance\":\"uc\",\"direction\":\"request\",\"event\":\"Runtime\"}}",
        "{\"v\":1,\"run\":\"r01\",\"node\":12,\"boot\":1,\"seq\":9,\"timeNs\":0,\"kind\":\"EVENT\",\"data\":{\"instance\":\"P\",\"direction\":\"indication\",\"event\":\"Crash\",\"process\":99999999999}}",
      })
  void aLineThatIsNoRecordOfItsFile(String line) throws IOException {
    long lines = Files.readAllLines(folder.resolve(TRACE)).size();
    Files.writeString(folder.resolve(TRACE), line + "\n", StandardOpenOption.APPEND);
    BadEvidence error = bad();
    assertEquals(TRACE, error.file());
    assertEquals(lines + 1, error.line());
  }

  @Test
  void aLineWithoutAnEnd() throws IOException {
    Files.write(folder.resolve(TRACE), new byte[3 << 20], StandardOpenOption.APPEND);
    assertEquals(TRACE, bad().file());
  }

  @Test
  void numbersThatNobodyCounts() throws IOException {
    for (String field :
        new String[] {"\"sender\":1", "\"message\":0", "\"round\":41", "\"startNs\":"}) {
      write();
      String to =
          field.endsWith(":")
              ? "\"startNs\":-9223372036854775808,\"x\":"
              : field.replaceAll("\\d+", "2147483647");
      change(TRACE, field, to);
      assertNotEquals(Verdict.PASS, Judge.judge(folder).verdict(), field);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"campaign.json", "wiring.json", "versions.json"})
  void filesThatAreNoJson(String name) throws IOException {
    for (String text :
        new String[] {"", "{", "null", "[1,2", "\u0000\u0001", "{\"a\":1}{\"b\":2}"}) {
      Files.writeString(folder.resolve(name), text);
      BadEvidence error = bad();
      assertEquals(name, error.file(), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"campaign.json", "wiring.json"})
  void filesThatAreMissing(String name) throws IOException {
    Files.delete(folder.resolve(name));
    assertEquals(name, bad().file());
  }

  @Test
  void deepAndLongJson() throws IOException {
    Files.writeString(folder.resolve("versions.json"), "[".repeat(100_000));
    assertEquals("versions.json", bad().file());
    Files.writeString(folder.resolve("versions.json"), "{\"a\":\"" + "x".repeat(2 << 20) + "\"}");
    assertEquals("versions.json", bad().file());
  }

  @Test
  void campaignsThatCannotBe() throws IOException {
    String[][] changes = {
      {"\"C2\"", "\"C99\""},
      {"\"schema\" : 1", "\"schema\" : 2"},
      {"\"powerCut\"", "\"earthquake\""},
      {"\"rounds\" : 3", "\"rounds\" : 0"},
      {"\"12\" : 1", "\"64\" : 1"},
      {"\"node\" : 13", "\"node\" : 99"},
      {"\"PASS\"", "\"FINE\""},
      {"\"c1\"", "\"../../etc\""},
    };
    for (String[] each : changes) {
      write();
      change(CampaignFile.NAME, each[0], each[1]);
      assertEquals(CampaignFile.NAME, bad().file(), each[1]);
    }
  }

  @Test
  void noFolderAndNoTraces() throws IOException {
    assertThrows(BadEvidence.class, () -> Judge.judge(folder.resolve("nothing")));
    try (var files = Files.list(folder.resolve("trace"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertEquals(Verdict.INCOMPLETE, Judge.judge(folder).verdict());
    Files.delete(folder.resolve("trace"));
    assertEquals(Verdict.INCOMPLETE, Judge.judge(folder).verdict());
  }

  private void change(String name, String from, String to) throws IOException {
    Path file = folder.resolve(name);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    assertTrue(text.contains(from), () -> from + " in " + text);
    Files.writeString(file, text.replace(from, to));
  }

  private BadEvidence bad() {
    return assertThrows(BadEvidence.class, () -> Judge.judge(folder));
  }
}
