package org.deltabed.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** One process of each link against the sentences of distributed-algorithms-notes, Links. */
class LinksPageTest {
  private static final Value M = new Num(7);

  private List<String> did = List.of();

  private OneProcess process(String id, int self, int n) {
    return process(Catalogue.find(id).composition(), self, n);
  }

  private OneProcess process(Composition composition, int self, int n) {
    OneProcess process = new OneProcess(composition, self, n);
    did = process.did;
    return process;
  }

  private static Value numbered(int to, long number) {
    return new Addressed(to, new Numbered(number, M));
  }

  /** "upon event sp2pSend, dest, m do while (true) do trigger flp2pSend, dest, m". */
  @Test
  void aStubbornLinkSendsAtOnceAndAgainInEveryCycle() {
    OneProcess p1 = process("L2", 1, 2);
    p1.request(new Send(2, M));
    assertEquals(List.of("send [to p2 7]"), did);
    p1.cycleEnd();
    p1.cycleEnd();
    assertEquals(Collections.nCopies(3, "send [to p2 7]"), did);
  }

  /** Departure 1 of L2: the loop must not keep the process from everything else. */
  @Test
  void aStubbornLinkDeliversAndTakesOtherSendsWhileItSends() {
    OneProcess p1 = process("L2", 1, 2);
    p1.request(new Send(2, M));
    p1.deliver(2, "/fll", new Addressed(1, new Num(5)));
    p1.request(new Send(1, M));
    did.removeFirst();
    assertEquals(List.of("Deliver[sender=2, message=5]", "send [to p1 7]"), did);
  }

  /** To the letter, the first send is the last event that happens. */
  @Test
  void thePagesHandlerNeverReturns() {
    OneProcess p1 = process(Catalogue.variant("L2-never-returns").protocol().composition(), 1, 2);
    p1.request(new Send(2, M));
    p1.deliver(2, "/fll", new Addressed(1, new Num(5)));
    p1.request(new Send(1, M));
    p1.cycleEnd();
    assertEquals(List.of("send [to p2 7]", "send [to p2 7]"), did);
  }

  /** Departure 2 of L2: one loop for equal messages. */
  @Test
  void anEqualMessageIsNotSentAgainTwice() {
    OneProcess p1 = process("L2", 1, 2);
    p1.request(new Send(2, M));
    p1.request(new Send(2, M));
    did.clear();
    p1.cycleEnd();
    assertEquals(List.of("send [to p2 7]"), did);
  }

  /** "No message is delivered unless it was sent": what is for others is not for this process. */
  @Test
  void whatIsAddressedToOthersIsDropped() {
    process("L1", 1, 3).deliver(2, "", new Addressed(3, M));
    assertEquals(List.of(), did);
  }

  /** "if m ∉ delivered then": a repetition is dropped. */
  @Test
  void aPerfectLinkDropsARepetition() {
    OneProcess p1 = process("L3", 1, 2);
    p1.deliver(2, "/sl/fll", numbered(1, 1));
    p1.deliver(2, "/sl/fll", numbered(1, 1));
    assertEquals(List.of("Deliver[sender=2, message=7]"), did);
  }

  /** Departure 1 of L3, "(p, m) ∉ D": equal messages of two processes are two. */
  @Test
  void equalMessagesOfTwoProcessesAreBothDelivered() {
    List<String> both = List.of("Deliver[sender=2, message=7]", "Deliver[sender=3, message=7]");
    OneProcess p1 = process("L3", 1, 3);
    p1.deliver(2, "/sl/fll", numbered(1, 1));
    p1.deliver(3, "/sl/fll", numbered(1, 1));
    assertEquals(both, did);

    did.clear();
    OneProcess page =
        process(Catalogue.variant("L3-forgets-sender").protocol().composition(), 1, 3);
    page.deliver(2, "/sl/fll", numbered(1, 1));
    page.deliver(3, "/sl/fll", numbered(1, 1));
    assertEquals(both.subList(0, 1), did);
  }

  /** Departure 2 of L3: equal messages of one process are as many as it sent. */
  @Test
  void aMessageThatIsSentTwiceIsDeliveredTwice() {
    OneProcess p2 = process("L3", 2, 2);
    p2.request(new Send(1, M));
    p2.request(new Send(1, M));
    assertEquals(List.of("send [to p1 [#1 7]]", "send [to p1 [#2 7]]"), did);

    did.clear();
    OneProcess p1 = process("L3", 1, 2);
    p1.deliver(2, "/sl/fll", numbered(1, 1));
    p1.deliver(2, "/sl/fll", numbered(1, 2));
    assertEquals(Collections.nCopies(2, "Deliver[sender=2, message=7]"), did);
  }

  /** Links promise no order, and each receiver counts for itself. */
  @Test
  void aMessageMayOvertakeAnother() {
    OneProcess p1 = process("L3", 1, 2);
    p1.deliver(2, "/sl/fll", numbered(1, 2));
    p1.deliver(2, "/sl/fll", numbered(1, 1));
    p1.deliver(2, "/sl/fll", numbered(1, 2));
    assertEquals(2, did.size());

    did.clear();
    p1.request(new Send(2, M));
    p1.request(new Send(1, M));
    assertEquals(List.of("send [to p2 [#1 7]]", "send [to p1 [#1 7]]"), did);
  }

  /** Departure 3 of L3: without gaps one number says it all. */
  @Test
  void whatWasDeliveredIsOneCountWhenNothingOvertakes() {
    Received received = Received.nothing(2).with(2, 1).with(2, 3).with(2, 2).with(2, 3);
    assertEquals(new Received.Numbers(3, List.of()), received.bySender().get(1));
    assertEquals(Received.Numbers.NONE, received.bySender().getFirst());
    assertEquals(
        new Received.Numbers(0, List.of(2L, 4L)),
        Received.nothing(1).with(1, 4).with(1, 2).bySender().getFirst());
  }
}
