package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
  private static final String HEAD =
      "{\"v\":1,\"run\":\"r\",\"node\":1,\"boot\":1,\"seq\":0,\"timeNs\":5,";

  @TempDir Path folder;

  @Test
  void everyKindComesBackAsItWas() throws IOException {
    Path file = folder.resolve("node-3-boot-2.jsonl");
    try (JsonLinesWriter writer = new JsonLinesWriter(file)) {
      for (TraceRecord record : Samples.records()) {
        writer.write(record);
      }
    }
    assertEquals(Samples.records(), JsonLinesReader.readAll(file));
  }

  @Test
  void aLineIsWhatTheFormatSays() throws IOException {
    var out = new ByteArrayOutputStream();
    try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
      writer.write(
          new TraceRecord("r-1", 3, 2, 17, 42, Kind.FRAME, 5, 1, 2, 40, 48, "{\"x\":\"\\u0000\"}"));
    }
    assertEquals(
        "{\"v\":1,\"run\":\"r-1\",\"node\":3,\"boot\":2,\"seq\":17,\"timeNs\":42,\"kind\":\"FRAME\",\"round\":5,\"slot\":1,\"sender\":2,\"arrivalNs\":40,\"bytes\":48,\"data\":{\"x\":\"\\u0000\"}}\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void stringsAreEscapedAndLoneSurrogatesReplaced() throws IOException {
    String run = "a\"b\\c\n\u0000\u007f\u00e4\u20ac\ud83d\ude00";
    assertEquals(run, roundTrip(sample(run)).run());
    assertEquals("\ufffdx", roundTrip(sample("\ud800x")).run());
  }

  private static TraceRecord sample(String run) {
    return new TraceRecord(run, 1, 1, 0, 0, Kind.HALT, 0, 0, 0, 0, 0, "");
  }

  private static TraceRecord roundTrip(TraceRecord record) throws IOException {
    var out = new ByteArrayOutputStream();
    try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
      writer.write(record);
    }
    return read(out.toByteArray());
  }

  private static TraceRecord read(byte[] text) throws IOException {
    try (var reader = new JsonLinesReader("t.jsonl", new ByteArrayInputStream(text))) {
      TraceRecord record = reader.next();
      assertNull(reader.next());
      return record;
    }
  }

  private static TraceRecord read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fieldsOfANewerMinorVersionAreSkippedAndOrderIsFree() throws IOException {
    String line =
        "{\"excessNs\":7,\"new\":{\"a\":[1]},\"data\":{ \"k\" : [ ]"
            + " },\"kind\":\"LATE\",\"sender\":2,"
            + "\"newer\":9,\"timeNs\":5,\"arrivalNs\":6,\"seq\":0,\"boot\":1,\"node\":1,\"run\":\"\",\"v\":1}";
    assertEquals(
        new TraceRecord("", 1, 1, 0, 5, Kind.LATE, -1, -1, 2, 6, 7, "{ \"k\" : [ ] }"), read(line));
  }

  @Test
  void aKindOfANewerMinorVersionIsKeptWithWhatItSaid() throws IOException {
    TraceRecord record = read(HEAD + "\"kind\":\"WARP\",\"speed\":9,\"data\":{\"q\":1}}");
    assertEquals(Kind.UNKNOWN, record.kind());
    assertEquals("{\"kind\":\"WARP\",\"speed\":9,\"data\":{\"q\":1}}", record.data());
    assertEquals(record, roundTrip(record));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"v":2}                                     | schema version 2, this reader knows 1
          {}                                          | "run" is missing
          []                                          | a line holds one JSON object
          {"v":1,"v":1}                               | "v" is given twice
          {"v":"1"}                                   | "v" is not a whole number
          {"node":-1}                                 | "node" is out of range: -1
          {"seq":99999999999999999999}                | "seq" does not fit 64 bits
          {"data":[]}                                 | "data" is not an object
          {"run":1}                                   | "run" is not a string
          {"run":"x                                   | not valid JSON
          {}{}                                        | a line holds one JSON object, this one goes on after it
          """)
  void anErrorNamesFileLineAndRule(String text, String rule) {
    byte[] bytes =
        (HEAD + "\"kind\":\"HALT\"}\n\n" + text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    var reader = new JsonLinesReader("dir/t.jsonl", new ByteArrayInputStream(bytes));
    BadTrace bad =
        assertThrows(
            BadTrace.class,
            () -> {
              while (reader.next() != null) {
                // up to the bad line
              }
            });
    assertEquals("dir/t.jsonl", bad.file());
    assertEquals(3, bad.line());
    assertTrue(bad.rule().startsWith(rule), bad.rule());
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
    try (var endless =
            new java.io.InputStream() {
              @Override
              public int read() {
                return ' ';
              }

              @Override
              public int read(byte[] to, int offset, int length) {
                java.util.Arrays.fill(to, offset, offset + length, (byte) ' ');
                return length;
              }
            };
        var reader = new JsonLinesReader("t", endless)) {
      assertThrows(BadTrace.class, reader::next);
    }
  }

  @Test
  void linesOfAnyLengthCrossTheBuffer() throws IOException {
    List<TraceRecord> records = new java.util.ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String data = "{\"x\":\"" + "y".repeat(i * 37 % 5000) + "\"}";
      records.add(new TraceRecord("r", 1, 1, i, i, Kind.EVENT, i, 0, 0, 0, 1, data));
    }
    var out = new ByteArrayOutputStream();
    try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
      for (TraceRecord record : records) {
        writer.write(record);
      }
    }
    Path file = folder.resolve("long.jsonl");
    Files.write(file, out.toByteArray());
    assertEquals(records, JsonLinesReader.readAll(file));
  }

  @Test
  void equalRecordsGiveEqualBytes() throws IOException {
    var one = new ByteArrayOutputStream();
    var two = new ByteArrayOutputStream();
    for (var out : List.of(one, two)) {
      try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
        for (TraceRecord record : Samples.records()) {
          writer.write(record);
        }
      }
    }
    assertArrayEquals(one.toByteArray(), two.toByteArray());
  }
}
