package org.deltabed.protocol.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Held;
import org.deltabed.protocol.Keyed;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Query;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.Store;
import org.deltabed.protocol.Stored;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * One process of each register against the lines of distributed-algorithms-notes, From message
 * passing to shared memory, and of dependable-systems-notes, 4.1, 5 and 6.
 */
class RegisterPageTest {
  private static final List<String> NOTHING = List.of();
  private static final String BEB = "/reg/beb";

  private static OneProcess process(String id, int self, int n) {
    return new OneProcess(Catalogue.find(id).composition(), self, n);
  }

  private static OneProcess mistaken(String id, int self, int n) {
    return new OneProcess(Catalogue.variant(id).protocol().composition(), self, n);
  }

  private static Event write(long value) {
    return new Write(new Num(value));
  }

  private static Value stored(int to, long op) {
    return new Addressed(to, new Stored(op));
  }

  private static Value held(int to, long op, long ts, Value value) {
    return new Addressed(to, new Held(op, ts, 0, value));
  }

  /** 4.1.2: operations of one process are sequential, so the second waits for the first. */
  @Test
  void theClientInvokesOneOperationAtATime() {
    OneProcess p1 = process("R2", 1, 1).request(write(7)).request(write(8));
    assertEquals(List.of("send [WRITE 7]"), p1.didSince());
    p1.deliver(1, BEB, stored(1, 0));
    assertEquals(List.of("WriteReturn[]", "send [WRITE 8]"), sorted(p1));
  }

  /** R2: "upon event <Read> do trigger <ReadReturn, val>". */
  @Test
  void readOneReturnsItsOwnValueAtOnce() {
    OneProcess p2 = process("R2", 2, 3).request(new Read());
    assertEquals(List.of("ReadReturn[value=nil]"), p2.didSince());
    p2.deliver(1, BEB, new Store(0, 0, 0, new Num(7))).request(new Read());
    assertEquals(List.of("send [to p1 [ACK]]", "ReadReturn[value=7]"), p2.didSince());
  }

  /** R2: "upon correct ⊆ writeset do ... trigger <WriteReturn>". */
  @Test
  void writeAllWaitsForTheCorrect() {
    OneProcess p1 = process("R2", 1, 3).request(write(7));
    p1.didSince();
    p1.deliver(1, BEB, stored(1, 0)).deliver(2, BEB, stored(1, 0));
    assertEquals(NOTHING, p1.didSince());
    p1.silence(3);
    assertEquals(List.of("WriteReturn[]"), p1.didSince());
  }

  /** R3: "[ACK, ts'] such that ts' = wts", and departure 1: without it the old one counts. */
  @Test
  void aLateAcknowledgementIsNotForThisWrite() {
    OneProcess p1 = twoWrites(process("R3", 1, 3));
    assertEquals(NOTHING, p1.didSince());
    p1.deliver(2, BEB, stored(1, 2));
    assertEquals(List.of("WriteReturn[]"), p1.didSince());
    assertEquals(List.of("WriteReturn[]"), twoWrites(mistaken("X04", 1, 3)).didSince());
  }

  /** The first write is acknowledged by p1 and p2, then the second by p1, and the first by p3. */
  private static OneProcess twoWrites(OneProcess p1) {
    p1.request(write(7)).deliver(1, BEB, stored(1, 1)).deliver(2, BEB, stored(1, 1));
    p1.request(write(8)).deliver(1, BEB, stored(1, 2));
    p1.didSince();
    return p1.deliver(3, BEB, stored(1, 1));
  }

  /** R3: "if ts' > ts then (ts, val) := (ts', v')", and the acknowledgement in any case. */
  @Test
  void anOldValueIsNotTakenOverAndIsAcknowledged() {
    OneProcess p2 = process("R3", 2, 3);
    p2.deliver(1, BEB, new Store(2, 2, 0, new Num(8)));
    p2.deliver(1, BEB, new Store(1, 1, 0, new Num(7)));
    p2.deliver(3, BEB, new Query(1));
    assertEquals(
        List.of("send [to p1 [ACK #2]]", "send [to p1 [ACK #1]]", "send [to p3 [VALUE #1 (2 8)]]"),
        p2.didSince());
  }

  /** R3: "v := readlist.highestTimestampVal()". */
  @Test
  void theHighestOfAMajorityIsRead() {
    OneProcess p2 = process("R3", 2, 3).request(new Read());
    assertEquals(List.of("send [READ #1]"), p2.didSince());
    p2.deliver(3, BEB, held(2, 1, 2, new Num(8))).deliver(2, BEB, held(2, 1, 1, new Num(7)));
    assertEquals(List.of("ReadReturn[value=8]"), p2.didSince());
    p2.deliver(1, BEB, held(2, 1, 3, new Num(9)));
    assertEquals(NOTHING, p2.didSince());
  }

  /** What is addressed to another is dropped. */
  @Test
  void answersForOthersAreDropped() {
    OneProcess p2 = process("R3", 2, 1 + 2).request(new Read());
    p2.didSince();
    p2.deliver(3, BEB, held(1, 1, 2, new Num(8))).deliver(1, BEB, held(1, 1, 2, new Num(8)));
    assertEquals(NOTHING, p2.didSince());
  }

  /** R4: "readval := val; trigger <bebBroadcast, [WRITE, ts, val]>". */
  @Test
  void aReadImposesWhatItReturns() {
    OneProcess p2 = process("R4", 2, 3).deliver(1, BEB, new Store(0, 4, 0, new Num(7)));
    p2.didSince();
    p2.request(new Read());
    assertEquals(List.of("send [WRITE (4 7)]"), p2.didSince());
    p2.deliver(1, BEB, new Store(0, 5, 0, new Num(8)));
    p2.deliver(1, BEB, stored(2, 0)).deliver(2, BEB, stored(2, 0)).silence(3);
    assertEquals(List.of("send [to p1 [ACK]]", "ReadReturn[value=7]"), p2.didSince());
  }

  /** R4: "[WRITE, ts + 1, v]"; R7: "[WRITE, ts + 1, rank(self), v]". */
  @Test
  void aWriteHasTheNextTimestamp() {
    OneProcess p1 = process("R4", 1, 3).request(write(7));
    assertEquals(List.of("send [WRITE (1 7)]"), p1.didSince());
    OneProcess p2 = process("R7", 2, 3).deliver(3, BEB, new Store(0, 4, 3, new Num(6)));
    p2.didSince();
    p2.request(write(7));
    assertEquals(List.of("send [WRITE (5.2 7)]"), p2.didSince());
  }

  /** R7: "if (ts', wr') is larger than (ts, wr)". */
  @Test
  void ranksBreakTies() {
    OneProcess p1 = process("R7", 1, 3);
    p1.deliver(3, BEB, new Store(0, 1, 3, new Num(6)));
    p1.deliver(2, BEB, new Store(0, 1, 2, new Num(5)));
    p1.didSince();
    p1.request(new Read());
    assertEquals(List.of("send [WRITE (1.3 6)]"), p1.didSince());
  }

  /** R5: "(maxts, readval) := highest(readlist); trigger <bebBroadcast, [WRITE, rid, ...]>". */
  @Test
  void aMajorityHasItBeforeItIsReturned() {
    OneProcess p2 = process("R5", 2, 3).request(new Read());
    p2.deliver(2, BEB, held(2, 1, 0, new Nil())).deliver(1, BEB, held(2, 1, 1, new Num(7)));
    assertEquals(List.of("send [READ #1]", "send [WRITE #1 (1 7)]"), p2.didSince());
    p2.deliver(1, BEB, stored(2, 1)).deliver(3, BEB, stored(2, 1));
    assertEquals(List.of("ReadReturn[value=7]"), p2.didSince());
  }

  /** Departure 1 of R5: within the "if" nobody acknowledges a value that is known. */
  @Test
  void whatIsKnownIsAcknowledgedToo() {
    Value known = new Store(1, 0, 0, new Nil());
    assertEquals(
        List.of("send [to p2 [ACK #1]]"), process("R5", 1, 3).deliver(2, BEB, known).didSince());
    assertEquals(NOTHING, mistaken("R5-acks-only-news", 1, 3).deliver(2, BEB, known).didSince());
  }

  /** R6: "for p ∈ Π do ooar.p.w-WRITE((ts, v))", one after the other. */
  @Test
  void theWriterWritesToEveryReadersRegister() {
    OneProcess p1 = process("R6", 1, 2).request(write(7));
    assertEquals(List.of("send [to p1 [WRITE (1 7)]]"), p1.didSince());
    p1.deliver(1, "/reg/ooar[1]", stored(1, 0));
    assertEquals(List.of("send [to p2 [WRITE (1 7)]]"), p1.didSince());
    p1.deliver(2, "/reg/ooar[2]", stored(1, 0));
    assertEquals(List.of("WriteReturn[]"), p1.didSince());
  }

  /** R6: the newest of "ooar.self.p-READ()" for all p is written to "ooar.p.self" for all p. */
  @Test
  void aReaderTellsTheOthersBeforeItReturns() {
    OneProcess p2 = process("R6", 2, 2);
    p2.deliver(
        1, "/reg/ooar[2]", new Addressed(2, new Store(0, 0, 0, new Version(1, 0, new Num(7)))));
    p2.didSince();
    p2.request(new Read());
    assertEquals(List.of("send [to p1 [WRITE (1 7)]]"), p2.didSince());
    p2.silence(1);
    assertEquals(List.of("send [to p2 [WRITE (1 7)]]"), p2.didSince());
    p2.deliver(2, "/reg/ooar[4]", stored(2, 0));
    assertEquals(List.of("ReadReturn[value=7]"), p2.didSince());
  }

  /** 5.6: "writer uses highest timestamp that it reads", plus 1. */
  @Test
  void aWriterReadsAllFirst() {
    OneProcess p1 = process("R7-from-one", 1, 1).request(write(7));
    assertEquals(List.of("send [WRITE nil]"), p1.didSince());
    p1.deliver(1, "/reg/onar[1]/beb", stored(1, 0));
    assertEquals(List.of("send [WRITE (1 (1.1 7))]"), p1.didSince());
  }

  /** 4.1.6: "(b3 b2 b1 b0) ← v; for i ← 0..3 do br-i.write(b_i)". */
  @Test
  void bitsAreWrittenFromTheLowest() {
    OneProcess p1 = process("R1", 1, 1).request(write(9));
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      bits.append(p1.didSince());
      p1.deliver(1, "/reg/br[" + i + "]/beb", stored(1, 0));
    }
    assertEquals(
        "[send [WRITE 1]][send [WRITE 0]][send [WRITE 0]][send [WRITE 1]]", bits.toString());
    assertEquals(List.of("WriteReturn[]"), p1.didSince());
  }

  /** 4.1.6: while 6 is written over 9, somebody may read 14: nobody wrote it, nor may anybody. */
  @Test
  void aMixtureOfBitsIsNotInTheDomain() {
    OneProcess p2 = process("R1", 2, 2);
    int[] nine = {1, 0, 0, 1};
    for (int i = 0; i < 4; i++) {
      p2.deliver(1, "/reg/br[" + i + "]/beb", new Store(0, 0, 0, new Num(nine[i])));
    }
    int[] six = {0, 1, 1};
    for (int i = 0; i < 3; i++) {
      p2.deliver(1, "/reg/br[" + i + "]/beb", new Store(0, 0, 0, new Num(six[i])));
    }
    p2.didSince();
    p2.request(new Read());
    assertEquals(List.of("ReadReturn[value=14]"), p2.didSince());
  }

  /** 6.1.3: "read-repair by reading clients that detect inconsistent" replicas. */
  @Test
  void aGetRepairsWhoIsBehind() {
    OneProcess p3 = process("R9", 3, 3).request(new Get(new Num(1)));
    assertEquals(List.of("send 1:[READ #1]"), p3.didSince());
    p3.deliver(1, BEB, new Addressed(3, new Held(1, 2, 1, new Num(7))));
    p3.deliver(2, BEB, new Addressed(3, new Held(1, 0, 0, new Nil())));
    assertEquals(List.of("ReadReturn[value=7]", "send [to p2 1:(2.1 7)]"), sorted(p3));
  }

  /** Departure 2 of R9: a put asks a read quorum for the version that it has to exceed. */
  @Test
  void aPutIsNewerThanWhatAQuorumHas() {
    OneProcess p1 = process("R9", 1, 3).request(new Put(new Num(1), new Num(9)));
    p1.deliver(1, BEB, new Addressed(1, new Held(1, 0, 0, new Nil())));
    p1.deliver(2, BEB, new Addressed(1, new Held(1, 2, 2, new Num(7))));
    assertEquals(List.of("send 1:[READ #1]", "send 1:[WRITE #2 (3.1 9)]"), p1.didSince());
  }

  /** 6.1.3: anti-entropy "will eliminate differences": what is new is told, once. */
  @Test
  void aReplicaTellsWhatIsNew() {
    OneProcess p2 = process("R9-weak", 2, 3);
    p2.deliver(1, BEB, new Keyed(new Num(1), new Store(2, 1, 1, new Num(7))));
    p2.didSince();
    p2.cycleEnd();
    assertEquals(List.of("send 1:(1.1 7)"), p2.didSince());
    p2.cycleEnd();
    assertEquals(NOTHING, p2.didSince());
  }

  private static List<String> sorted(OneProcess process) {
    return process.didSince().stream().sorted().toList();
  }
}
