package org.deltabed.protocol.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Echo;
import org.deltabed.protocol.Final;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Initial;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Ready;
import org.deltabed.protocol.Signed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.link.AuthenticatedLinks;
import org.junit.jupiter.api.Test;

/**
 * One process against the lines of distributed-algorithms-notes, Distributed Computing with
 * Byzantine Failures; of a broadcast of signed messages against dependable-systems-notes, 2.2.
 */
class ByzantineBroadcastPageTest {
  private static final Value M = new Num(7);
  private static final Value OTHER = new Num(8);
  private static final String DELIVERED = "Deliver[sender=1, message=7]";

  private final long[] numbers = new long[5];
  private OneProcess p2;

  private void process(String id) {
    process(Catalogue.find(id).composition());
  }

  private void process(Composition composition) {
    p2 = new OneProcess(composition, 2, 4, 1);
  }

  /** That process has sent it over authenticated links; what p2 did upon it. */
  private List<String> from(int sender, Value m) {
    long number = ++numbers[sender];
    Value covered = AuthenticatedLinks.covered(sender, 2, number, m);
    Value code = new IdealCryptography(sender).authenticate(2, covered);
    p2.deliver(sender, "/al", new Addressed(2, new Authenticated(number, m, code)));
    return p2.didSince();
  }

  private static List<String> toAll(long number, Value m) {
    List<String> sent = new ArrayList<>();
    for (int q = 1; q <= 4; q++) {
      sent.add("send [to p" + q + " [#" + number + " " + m + " µ]]");
    }
    return sent;
  }

  /** "upon event alDeliver, p, [SEND, m] such that p = s and sentecho = FALSE". */
  @Test
  void theSendersFirstMessageIsEchoed() {
    for (String id : List.of("Y1", "Y3")) {
      process(id);
      numbers[1] = 0;
      numbers[3] = 0;
      assertEquals(List.of(), from(3, new Initial(M)), "p3 is not the sender");
      assertEquals(toAll(1, new Echo(M)), from(1, new Initial(M)));
      assertEquals(List.of(), from(1, new Initial(OTHER)));
    }
  }

  /** "#({p ∈ Π | echos[p] = m}) > (N + f) / 2": three of four. */
  @Test
  void y1DeliversWithAQuorumOfEchoes() {
    process("Y1");
    assertEquals(List.of(), from(1, new Echo(M)));
    assertEquals(List.of(), from(3, new Echo(OTHER)));
    assertEquals(List.of(), from(4, new Echo(M)));
    assertEquals(List.of(DELIVERED), from(2, new Echo(M)));
    assertEquals(List.of(), from(3, new Echo(M)), "and once");
  }

  /** "if echos[p] = ⊥ then echos[p] := m". */
  @Test
  void aSecondVoteOfAProcessDoesNotCount() {
    process("Y1");
    from(3, new Echo(OTHER));
    from(3, new Echo(M));
    from(1, new Echo(M));
    from(1, new Echo(M));
    assertEquals(List.of(), from(4, new Echo(M)));
  }

  /** "σ := sign(self, bcb‖self‖ECHO‖m); trigger alSend, s, [ECHO, m, σ]". */
  @Test
  void y2SignsItsEchoForTheSender() {
    process("Y2");
    assertEquals(List.of("send [to p1 [#1 [" + new Echo(M) + " σ] µ]]"), from(1, new Initial(M)));
    assertEquals(List.of(), from(1, new Initial(OTHER)));
  }

  /** "#({p ∈ Π | Σ[p] != ⊥ and verifysig(p, bcb‖p‖ECHO‖m, Σ[p])}) > (N + f) / 2". */
  @Test
  void y2DeliversWithAQuorumOfSignatures() {
    process("Y2");
    assertEquals(List.of(), from(1, new Final(M, signatures(M, 1, 3))));
    assertEquals(List.of(), from(1, new Final(M, signatures(OTHER, 1, 2, 3, 4))));
    assertEquals(List.of(), from(1, new Final(M, Collections.nCopies(4, echoSignature(1, M)))));
    assertEquals(List.of(), from(1, new Final(M, List.of(echoSignature(1, M)))), "no Σ");
    assertEquals(List.of(DELIVERED), from(3, new Final(M, signatures(M, 1, 3, 4))), "anybody's");
    assertEquals(List.of(), from(1, new Final(M, signatures(M, 1, 2, 3))), "and once");
  }

  /** "upon event alDeliver, p, [ECHO, m, σ] do // only process s". */
  @Test
  void y2sSenderCollectsGoodSignaturesOnly() {
    p2 = new OneProcess(Catalogue.find("Y2").composition(), 1, 4, 1);
    p2.request(new Broadcast(M));
    assertEquals(toAll(1, new Initial(M)), p2.didSince());
    toSender(2, new Signed(new Echo(M), echoSignature(2, OTHER)));
    toSender(2, new Signed(new Echo(M), echoSignature(2, M)));
    toSender(3, new Signed(new Echo(M), echoSignature(3, M)));
    assertEquals(List.of(), p2.didSince());
    toSender(4, new Signed(new Echo(M), echoSignature(4, M)));
    assertEquals(toAll(2, new Final(M, List.of())), p2.didSince());
  }

  private void toSender(int sender, Value m) {
    long number = ++numbers[sender];
    Value covered = AuthenticatedLinks.covered(sender, 1, number, m);
    Value code = new IdealCryptography(sender).authenticate(1, covered);
    p2.deliver(sender, "/al", new Addressed(1, new Authenticated(number, m, code)));
  }

  private static Value echoSignature(int p, Value m) {
    return new IdealCryptography(p).sign(SignedEchoBroadcast.echoOf(p, m));
  }

  private static List<Value> signatures(Value m, int... of) {
    List<Value> all = new ArrayList<>(Collections.nCopies(4, new Nil()));
    for (int p : of) {
      all.set(p - 1, echoSignature(p, m));
    }
    return all;
  }

  /** "> (N + f) / 2 and sentready = FALSE": ready with a quorum of echoes. */
  @Test
  void y3IsReadyWithAQuorumOfEchoes() {
    process("Y3");
    from(1, new Echo(M));
    from(3, new Echo(M));
    assertEquals(toAll(1, new Ready(M)), from(4, new Echo(M)));
  }

  /** "> f and sentready = FALSE": the amplification step. */
  @Test
  void y3IsReadyWhenOneCorrectProcessIs() {
    process("Y3");
    assertEquals(List.of(), from(3, new Ready(M)));
    assertEquals(toAll(1, new Ready(M)), from(4, new Ready(M)));
    from(1, new Echo(M));
    from(3, new Echo(M));
    assertEquals(List.of(), from(4, new Echo(M)), "and says so once");
  }

  /** "> 2f and delivered = FALSE". */
  @Test
  void y3DeliversWithMoreThanTwoFReady() {
    process("Y3");
    from(3, new Ready(M));
    from(3, new Ready(M));
    from(4, new Ready(M));
    assertEquals(List.of(DELIVERED), from(2, new Ready(M)));
    assertEquals(List.of(), from(1, new Ready(M)));
  }

  /** A quorum of five processes, one of which is Byzantine, is four: 2f + 1 are not enough. */
  @Test
  void aQuorumIsNotTwoFPlusOneForOtherN() {
    p2 = new OneProcess(Catalogue.find("Y1").composition(), 2, 5, 1);
    from(1, new Echo(M));
    from(2, new Echo(M));
    assertEquals(List.of(), from(3, new Echo(M)));
    assertEquals(List.of(DELIVERED), from(4, new Echo(M)));
    p2 = new OneProcess(Catalogue.variant("X08").protocol().composition(), 2, 5, 1);
    numbers[1] = numbers[2] = numbers[3] = 0;
    from(1, new Echo(M));
    from(2, new Echo(M));
    assertEquals(List.of(DELIVERED), from(3, new Echo(M)));
  }

  /** "verifySign(p, m, s) = NO, unless p has executed sign(p, m) → s". */
  @Test
  void m3DeliversWhatItsSourceHasSignedWhoeverBringsIt() {
    process("M3");
    Data ofThree = new Data(3, M);
    Value signature = new IdealCryptography(3).sign(ofThree);
    assertEquals(List.of(), from(4, new Signed(ofThree, new IdealCryptography(4).sign(ofThree))));
    assertEquals(List.of(), from(4, new Signed(new Data(4, M), signature)));
    List<String> did = from(4, new Signed(ofThree, signature));
    assertEquals("Deliver[sender=3, message=7]", did.getFirst());
    assertEquals(toAll(1, new Signed(ofThree, signature)), did.subList(1, 5));
    assertEquals(List.of(), from(3, new Signed(ofThree, signature)), "and once");
  }
}
