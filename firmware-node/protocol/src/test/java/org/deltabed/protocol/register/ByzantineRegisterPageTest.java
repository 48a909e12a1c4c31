package org.deltabed.protocol.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Ack;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Inquiry;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.SignedWrite;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.link.AuthenticatedLinks;
import org.junit.jupiter.api.Test;

/** One process of the register against the lines of dependable-systems-notes, 6.1.1. */
class ByzantineRegisterPageTest {
  private static final Value V = new Num(7);
  private static final SignedWrite FIRST = write(1, 1, V);
  private static final SignedWrite SECOND = write(1, 2, new Num(8));

  private final long[] numbers = new long[5];
  private int self;
  private OneProcess process;

  private void process(int rank, String id) {
    process(rank, Catalogue.find(id).composition());
  }

  private void process(int rank, Composition composition) {
    self = rank;
    process = new OneProcess(composition, rank, 4, 1);
  }

  private static SignedWrite write(int by, long ts, Value v) {
    Value text = ByzantineRegularRegister.signedText(ts, v);
    return new SignedWrite(ts, v, new IdealCryptography(by).sign(text));
  }

  private List<String> from(int sender, Value m) {
    long number = ++numbers[sender];
    Value covered = AuthenticatedLinks.covered(sender, self, number, m);
    Value code = new IdealCryptography(sender).authenticate(self, covered);
    process.deliver(sender, "/al", new Addressed(self, new Authenticated(number, m, code)));
    return process.didSince();
  }

  private static List<String> sends(int to, long number, Value m) {
    return List.of("send [to p" + to + " [#" + number + " " + m + " µ]]");
  }

  /** "wts ← wts + 1; σ ← sign(WRITE‖wts‖v); send message [WRITE, wts, v, σ] to all processes". */
  @Test
  void aWriteWaitsForAQuorumOfItsAcknowledgements() {
    process(1, "R8");
    process.request(new Write(V));
    assertEquals(sends(1, 1, FIRST).getFirst(), process.didSince().getFirst());
    Value ack = new Ack(1, new Num(1));
    from(2, ack);
    from(2, ack);
    from(3, new Ack(1, new Num(2)));
    assertEquals(List.of(), from(3, ack));
    assertEquals(List.of("WriteReturn[]"), from(4, ack));
  }

  /** "if ts' > ts then (ts, val, σ) ← (ts', v', σ'); send message [ACK, ts'] to writer". */
  @Test
  void aProcessStoresTheLatestWriteAndAcknowledgesAll() {
    process(2, "R8");
    assertEquals(sends(1, 1, new Ack(1, new Num(2))), from(1, SECOND));
    assertEquals(sends(1, 2, new Ack(1, new Num(1))), from(1, FIRST));
    assertEquals(sends(3, 1, new Numbered(4, SECOND)), from(3, new Inquiry(4)));
  }

  /** Departure 3: what no reader will accept is not stored. */
  @Test
  void aWriteThatItsWriterHasNotSignedIsNotStored() {
    process(2, "R8");
    assertEquals(List.of(), from(3, write(3, 9, V)));
    assertEquals(List.of(), from(3, new SignedWrite(9, V, FIRST.signature())));
    assertEquals(
        sends(4, 1, new Numbered(1, SignedWrite.NONE)), from(4, new Inquiry(1)), "nothing yet");
    process(2, Catalogue.variant("R8-stores-all").protocol().composition());
    numbers[3] = 0;
    assertEquals(List.of(), from(3, write(3, 9, V)));
    assertEquals(sends(4, 1, new Numbered(1, write(3, 9, V))), from(4, new Inquiry(1)));
  }

  /** "let v be the received value v' from message with the highest timestamp ts'". */
  @Test
  void aReadReturnsTheLatestOfAQuorum() {
    process(3, "R8");
    process.request(new Read());
    assertEquals(4, process.didSince().size());
    from(1, new Numbered(1, FIRST));
    from(2, new Numbered(1, write(2, 9, V)));
    from(4, new Numbered(1, SECOND));
    assertEquals(List.of("ReadReturn[value=8]"), from(3, new Numbered(1, SignedWrite.NONE)));
  }

  /** Departure 4: before the first write there is nothing to sign. */
  @Test
  void aReadBeforeTheFirstWriteReturnsNil() {
    process(3, "R8");
    process.request(new Read());
    process.didSince();
    from(1, new Numbered(1, SignedWrite.NONE));
    from(2, new Numbered(1, new SignedWrite(0, V, new Nil())));
    from(4, new Numbered(1, SignedWrite.NONE));
    assertEquals(List.of("ReadReturn[value=nil]"), from(3, new Numbered(1, SignedWrite.NONE)));
  }

  /** Departure 2: an answer to one read is none to the next. */
  @Test
  void aLateValueDoesNotCountForTheNextRead() {
    process(3, "R8");
    process.request(new Read()).request(new Read());
    process.didSince();
    from(1, new Numbered(1, SignedWrite.NONE));
    from(2, new Numbered(1, SignedWrite.NONE));
    assertEquals("ReadReturn[value=nil]", from(3, new Numbered(1, SignedWrite.NONE)).getFirst());
    from(4, new Numbered(1, SignedWrite.NONE));
    from(1, new Numbered(2, FIRST));
    assertEquals(List.of(), from(2, new Numbered(2, FIRST)), "the late one is not the third");
    assertEquals(List.of("ReadReturn[value=7]"), from(3, new Numbered(2, FIRST)));
  }
}
