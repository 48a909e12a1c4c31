package org.deltabed.agent.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.deltabed.agent.shell.CommandDesk;
import org.deltabed.trace.BatchCodec;
import org.deltabed.trace.Kind;
import org.deltabed.trace.Spool;
import org.deltabed.trace.SpoolLimits;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a spool is published, when, and how long it is kept. */
class SpoolUploadTest {
  private static final SpoolLimits LIMITS = new SpoolLimits(1 << 18, 48);

  @TempDir Path folder;
  private final Broker broker = new Broker();
  private Spool spool;

  /** Keeps what it is given; acknowledges when told to. */
  private static final class Broker implements BrokerLink {
    final List<Long> seqs = new ArrayList<>();
    final Deque<Acknowledged> waiting = new ArrayDeque<>();
    boolean away;

    void acknowledge() {
      waiting.forEach(Acknowledged::acknowledged);
      waiting.clear();
    }

    @Override
    public boolean connect() {
      return !away;
    }

    @Override
    public boolean connected() {
      return !away;
    }

    @Override
    public int room() {
      return away ? 0 : 8 - waiting.size();
    }

    @Override
    public boolean publish(String topic, byte[] payload, Acknowledged then) {
      if (room() == 0) {
        return false;
      }
      waiting.add(then);
      if (BatchCodec.decode(payload) instanceof BatchCodec.Batch batch) {
        batch.records().stream().map(TraceRecord::seq).forEach(seqs::add);
      }
      return true;
    }

    @Override
    public Incoming poll() {
      return null;
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void close() {
    spool.close();
  }

  private SpoolUpload upload() throws IOException {
    spool = Spool.openNewBoot(folder, 1, LIMITS);
    return new SpoolUpload(spool, folder, 7, new CommandDesk());
  }

  private void append(int records) {
    for (int i = 0; i < records; i++) {
      spool.append(Kind.FRAME, i, 0, 1, i, i, i);
    }
  }

  private void pumpAll(SpoolUpload upload) throws IOException {
    for (int turns = 0; !upload.complete(); turns++) {
      assertTrue(turns < 10_000, "it does not come to an end");
      upload.pump(broker, "trace");
      broker.acknowledge();
    }
  }

  private static List<Long> upTo(long end) {
    return LongStream.range(0, end).boxed().toList();
  }

  @Test
  void everyRecordIsPublishedOnceWhileAllGoesWell() throws IOException {
    SpoolUpload upload = upload();
    append(5_000);
    pumpAll(upload);
    assertTrue(upload.complete());
    assertEquals(upTo(5_000), broker.seqs);
  }

  @Test
  void whatWasInFlightWhenTheBrokerWentIsPublishedAgain() throws IOException {
    SpoolUpload upload = upload();
    append(10_000);
    upload.pump(broker, "trace");
    int inFlight = broker.seqs.size();
    assertTrue(inFlight > 0 && inFlight < 10_000);
    broker.away = true;
    broker.waiting.clear();
    append(1_000);
    assertFalse(upload.pump(broker, "trace"));
    broker.away = false;
    upload.reconnected();
    broker.seqs.clear();
    pumpAll(upload);
    assertEquals(upTo(11_000), broker.seqs);
    assertTrue(upload.complete());
  }

  @Test
  void aBootIsMadeUpForBeforeTheNextOnes() throws IOException {
    upload();
    append(100);
    spool.close();
    SpoolUpload second = upload();
    append(10);
    pumpAll(second);
    assertEquals(99, second.lastSeqs().get(1));
    assertEquals(110, broker.seqs.size());
    spool.close();
    broker.seqs.clear();
    SpoolUpload third = upload();
    pumpAll(third);
    assertEquals(upTo(10), broker.seqs, "the first boot is through for ever");
  }

  /** Else a long campaign would fill the spool, and the node would stop. */
  @Test
  void whatTheBrokerHasLongHadMakesRoom() throws IOException {
    SpoolUpload upload = upload();
    int total = 0;
    for (int i = 0; i < 100; i++) {
      append(5_000);
      total += 5_000;
      pumpAll(upload);
    }
    assertEquals(total, broker.seqs.size());
    assertTrue(upload.resend(1, total - SpoolUpload.RECORDS_KEPT));
    broker.seqs.clear();
    pumpAll(upload);
    assertEquals(total - SpoolUpload.RECORDS_KEPT, broker.seqs.getFirst());
    assertEquals(SpoolUpload.RECORDS_KEPT, broker.seqs.size());
  }
}
