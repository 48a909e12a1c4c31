package org.deltabed.agent.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.deltabed.agent.core.Journal;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

/** Edges reach the journal in their order, and one that finds no room is told of. */
class PinRecordsTest {
  private record Written(Kind kind, int round, long timeNs, long a, long b) {}

  private final List<Written> written = new ArrayList<>();
  private final PinRecords pins = new PinRecords();
  private final Journal journal =
      new Journal() {
        @Override
        public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
          written.add(new Written(kind, round, timeNs, a, b));
        }

        @Override
        public void add(
            Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
          throw new AssertionError("edges have no data");
        }

        @Override
        public void force() {}

        @Override
        public long records() {
          return written.size();
        }
      };

  @Test
  void eachEdgeIsARecord() {
    pins.sync(true, 100);
    pins.alive(7, 110, 120);
    pins.sync(false, 130);
    pins.drain(journal);
    assertEquals(
        List.of(
            new Written(Kind.SYNC, -1, 100, 1, 0),
            new Written(Kind.SYNC, -1, 130, 0, 0),
            new Written(Kind.ALIVE, 7, 120, 110, 120)),
        written);
    pins.drain(journal);
    assertEquals(3, written.size());
  }

  @Test
  void lostEdgesAreCountedInTheNextRecord() {
    for (int i = 0; i < 70; i++) {
      pins.sync(true, i);
    }
    pins.drain(journal);
    assertEquals(64, written.size());
    assertEquals(new Written(Kind.SYNC, -1, 63, 1, 6), written.getLast());
    pins.sync(false, 1_000);
    pins.drain(journal);
    assertEquals(new Written(Kind.SYNC, -1, 1_000, 0, 6), written.getLast());
  }

  @Test
  void nothingIsLostBetweenTwoThreads() throws InterruptedException {
    int edges = 20_000;
    Thread seeing =
        new Thread(
            () -> {
              for (int i = 0; i < edges; i++) {
                pins.sync(true, i);
                if (i % 32 == 31) {
                  LockSupport.parkNanos(10_000);
                }
              }
            });
    seeing.start();
    while (seeing.isAlive()) {
      pins.drain(journal);
    }
    seeing.join();
    pins.drain(journal);
    for (int i = 1; i < written.size(); i++) {
      assertEquals(true, written.get(i).timeNs() > written.get(i - 1).timeNs());
    }
    pins.sync(true, edges);
    pins.drain(journal);
    assertEquals(edges + 1, written.size() + written.getLast().b());
  }
}
