package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCodecTest {
  @TempDir Path folder;

  private static BatchCodec.Batch batch(byte[] payload) {
    return assertInstanceOf(BatchCodec.Batch.class, BatchCodec.decode(payload));
  }

  private static List<byte[]> payloads(SpoolReader reader) throws IOException {
    BatchEncoder encoder = new BatchEncoder(77, reader);
    List<byte[]> payloads = new ArrayList<>();
    for (int length = encoder.encode(); length > 0; length = encoder.encode()) {
      assertTrue(length <= BatchCodec.PAYLOAD_BYTES_MAX);
      payloads.add(Arrays.copyOf(encoder.bytes(), length));
    }
    return payloads;
  }

  private List<byte[]> payloads(String data) throws IOException {
    try (Spool spool = Spool.openNewBoot(folder, 9, Samples.SMALL)) {
      spool.append(Kind.HALT, 1, 2, 3, 4, 5, 6, data);
      return payloads(spool.reader(0));
    }
  }

  @Test
  void aSpoolComesThroughInBatchesOfWhichEachKnowsItsRun() throws IOException {
    try (Spool spool = Spool.openNewBoot(folder, 9, Samples.SMALL)) {
      Samples.fill(spool, 5);
      spool.append(Kind.RUN_START, 0, -1, 0, 0, 0, 0, "{\"run\":\"r-1\"}");
      Samples.fill(spool, 1000);
      spool.append(Kind.RUN_END, 0, -1, 0, 0, 0, 0);
      Samples.fill(spool, 700);
      List<TraceRecord> records = new ArrayList<>();
      for (byte[] payload : payloads(spool.reader(0))) {
        BatchCodec.Batch batch = batch(payload);
        assertEquals(77, batch.session());
        assertEquals(9, batch.node());
        assertEquals(1, batch.boot());
        assertEquals(records.size(), batch.firstSeq());
        records.addAll(batch.records());
      }
      assertEquals(Samples.read(folder, 1), records);
      assertEquals("", records.get(4).run());
      assertEquals("r-1", records.get(5).run());
      assertEquals("r-1", records.get(1006).run());
      assertEquals("", records.get(1007).run());
    }
  }

  @Test
  void recordsBeforeDamageStillGoOut() throws IOException {
    Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
    Samples.fill(spool, 10);
    Path file = Samples.kill(spool);
    byte[] bytes = Files.readAllBytes(file);
    int at = SegmentLayout.HEAD_BYTES;
    for (int i = 0; i < 6; i++) {
      at += RecordLayout.sizeIfWhole(bytes, at, bytes.length, new CRC32C());
    }
    bytes[at + 20] ^= 1;
    Files.write(file, bytes);
    BatchEncoder encoder = new BatchEncoder(1, SpoolReader.open(folder, 1, 0));
    assertTrue(encoder.encode() > 0);
    assertEquals(6, encoder.count());
    assertEquals(6, assertThrows(SpoolDamaged.class, encoder::encode).seq());
  }

  @Test
  void theLongestRecordFits() throws IOException {
    String longest = "{\"x\":\"" + "y".repeat(Spool.DATA_BYTES_MAX - 8) + "\"}";
    assertEquals(longest, batch(payloads(longest).get(0)).records().get(0).data());
  }

  @Test
  void aPayloadWithAnyByteChangedOrCutIsRefused() throws IOException {
    byte[] payload = payloads("{\"x\":1}").get(0);
    for (int at = 0; at < payload.length; at++) {
      byte[] changed = payload.clone();
      changed[at] ^= 0x10;
      assertInstanceOf(BatchCodec.Refused.class, BatchCodec.decode(changed));
      assertInstanceOf(BatchCodec.Refused.class, BatchCodec.decode(Arrays.copyOf(payload, at)));
    }
    assertInstanceOf(BatchCodec.Refused.class, BatchCodec.decode(Arrays.copyOf(payload, 40_000)));
  }

  @Test
  void whatIsSealedWithARightCrcMayStillBeNonsenseAndNeverThrows() throws IOException {
    byte[] payload = payloads("{\"x\":[1,2.5e-3,\"\\u00e4\",true,null]}").get(0);
    Random random = new Random(46);
    CRC32C crc = new CRC32C();
    for (int i = 0; i < 200_000; i++) {
      byte[] changed = payload.clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt();
      }
      if (random.nextBoolean()) {
        sealRecord(changed, crc);
      }
      crc.reset();
      crc.update(changed, 8, changed.length - 8);
      RecordLayout.INT.set(changed, 4, (int) crc.getValue());
      if (BatchCodec.decode(changed) instanceof BatchCodec.Batch batch) {
        try (JsonLinesWriter writer =
            new JsonLinesWriter(java.io.OutputStream.nullOutputStream())) {
          writer.write(batch.records().get(0));
        }
      }
    }
  }

  private static void sealRecord(byte[] payload, CRC32C crc) {
    int at = BatchCodec.HEAD_BYTES;
    crc.reset();
    crc.update(payload, at + 4, payload.length - at - 4);
    RecordLayout.INT.set(payload, at, (int) crc.getValue());
  }

  @Test
  void dataOfAStrangerIsAnObjectOnOneLine() throws IOException {
    for (String data :
        List.of(
            "{\"x\":\"\n\"}",
            "{\n}",
            "{\"x\":}",
            "{x:1}",
            "{\"x\":01}",
            "{\"x\":1,}",
            "{}{}",
            "{\"\\x\":1}",
            "{\"x\":" + "[".repeat(70) + "]".repeat(70) + "}",
            "{\"x\":tru}",
            "{\"a\" 1}",
            "{\"x\":-}")) {
      assertInstanceOf(BatchCodec.Refused.class, BatchCodec.decode(payloads(data).get(0)), data);
    }
    for (String data :
        List.of("{}", "{ \"a\" : [ ] , \"b\":[{},-0.1E+2]}", "{\"ä\":\"\\n\\u00E4\"}")) {
      assertEquals(data, batch(payloads(data).get(0)).records().get(0).data());
    }
    byte[] notUtf8 = "{\"x\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
    try (Spool spool = Spool.openNewBoot(folder, 9, Samples.SMALL)) {
      spool.append(Kind.HALT, 1, 2, 3, 4, 5, 6, notUtf8, 0, notUtf8.length);
      assertInstanceOf(
          BatchCodec.Refused.class, BatchCodec.decode(payloads(spool.reader(0)).get(0)));
    }
  }
}
