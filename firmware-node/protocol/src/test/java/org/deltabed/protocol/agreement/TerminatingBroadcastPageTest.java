package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.api.Test;

/** One process against distributed-algorithms-notes, Terminating Reliable Broadcast. */
class TerminatingBroadcastPageTest {
  private final PageProcess p1 = new PageProcess("T1", 1, 3);
  private final PageProcess p2 = new PageProcess("T1", 2, 3);

  /** "upon event trbBroadcast, m: trigger bebBroadcast, m". */
  @Test
  void theSenderBroadcastsItsMessageAndDeliversNothingYet() {
    p1.broadcast(7);
    assertEquals(List.of("trb/beb sends 7"), p1.took());
  }

  /** "upon event bebDeliver, src, m and (prop = nil): prop := m", and then it is proposed. */
  @Test
  void whatComesFromTheSenderIsProposed() {
    p2.arrives(1, "trb/beb", 7);
    assertEquals(List.of("trb/cons Propose[value=7]"), p2.took());
  }

  /** "bebDeliver, src": src is known by all, and nobody else's message counts. */
  @Test
  void whatComesFromAnotherIsDropped() {
    p2.arrives(3, "trb/beb", 7);
    assertEquals(List.of(), p2.took());
  }

  /** "upon event crash, src and (prop = nil): prop := f". */
  @Test
  void theCrashOfTheSenderMakesItProposeF() {
    p2.detects(3);
    assertEquals(List.of(), p2.took());
    p2.detects(1);
    assertEquals("trb/cons Propose[value=f]", p2.took().getFirst());
  }

  /** "and (prop = nil)": the first of message and crash counts. */
  @Test
  void theFirstOfMessageAndCrashIsProposedAndOnce() {
    p2.arrives(1, "trb/beb", 7);
    p2.detects(1);
    p2.arrives(1, "trb/beb", 8);
    assertEquals(
        List.of("trb/cons Propose[value=7]", "trb/cons Decide[value=7]"),
        p2.took().stream().filter(line -> line.startsWith("trb/cons ")).toList());
    PageProcess p3 = new PageProcess("T1", 3, 3);
    p3.detects(1);
    p3.arrives(1, "trb/beb", 7);
    assertEquals(List.of("trb/cons Propose[value=f]"), p3.took());
  }

  /** "upon event Decide, decision: trigger trbDeliver, src, decision". */
  @Test
  void whatIsDecidedIsDeliveredAsTheSenders() {
    p2.arrives(1, "trb/beb", 7);
    p2.arrives(1, "trb/cons/beb", 7);
    assertTrue(p2.took().contains("trb Deliver[sender=1, message=7]"));
  }

  /** "the other processes may deliver f if src crashes", also who holds its message. */
  @Test
  void whoHoldsTheMessageDeliversFIfThatIsDecided() {
    PageProcess p3 = new PageProcess("T1", 3, 3);
    p3.arrives(1, "trb/beb", 7);
    p3.detects(1);
    p3.arrives(2, "trb/cons/beb", new SenderFailed());
    assertTrue(p3.took().contains("trb Deliver[sender=1, message=f]"));
  }

  /** Departure 1: "upon event (prop != nil)" is true for ever. */
  @Test
  void toTheLetterItProposesWithoutEnd() {
    final class ToTheLetter extends TerminatingReliableBroadcast {
      ToTheLetter(Context context) {
        super(context);
      }

      @Override
      protected boolean isToPropose() {
        return prop != null;
      }
    }
    Protocol t1 = Catalogue.find("T1");
    PageProcess letter =
        new PageProcess(
            t1, t1.composition().swap("trb", part -> part.madeBy(ToTheLetter::new)), 2, 3, 2);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> letter.arrives(1, "trb/beb", 7));
    assertTrue(thrown.getMessage().contains("a guard of trb never falls"), thrown::getMessage);
  }

  /** "a specific broadcaster process src which is known by all processes". */
  @Test
  void theSenderFollowsFromTheIndex() {
    assertEquals(1, TerminatingReliableBroadcast.src(0, 3));
    assertEquals(
        List.of(1, 2, 3, 1, 2),
        java.util.stream.IntStream.rangeClosed(1, 5)
            .mapToObj(index -> TerminatingReliableBroadcast.src(index, 3))
            .toList());
  }
}
