package org.deltabed.protocol.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.junit.jupiter.api.Test;

/** One process against the lines of distributed-algorithms-notes, Total Order Broadcast. */
class TotalOrderPageTest {
  private static final List<String> NOTHING = List.of();
  private static final String RB = "tob/rb/beb";

  private static Value set(Value... messages) {
    return Sequence.of(messages);
  }

  private static Data of(int source, long message) {
    return new Data(source, new Num(message));
  }

  private static void cons(OneProcess process, int sender, int instance, Value set) {
    process.stack.deliver(sender, "tob/cons[" + instance + "]/beb", set);
  }

  /** "upon (unordered != ∅) and not(wait)": the leader of instance 1 decides and says so. */
  @Test
  void proposesWhatIsUnordered() {
    OneProcess p1 = OneProcess.of("B10", RB, 1, 2);
    p1.broadcast(7);
    assertEquals(List.of("broadcast [p1 7]", "deliver p1 7", "broadcast [[p1 7]]"), p1.did());
    cons(p1, 1, 1, set(of(1, 7)));
    p1.broadcast(8);
    assertEquals(List.of("broadcast [p1 8]", "deliver p1 8", "broadcast [[p1 8]]"), p1.did());
  }

  /** "and not(wait)": one instance at a time; what comes meanwhile is in the next proposal. */
  @Test
  void waitsForTheDecisionBeforeItProposesAgain() {
    OneProcess p2 = OneProcess.of("B10", RB, 2, 2);
    p2.broadcast(8);
    p2.copy(1, 1, 7);
    assertEquals(List.of("broadcast [p2 8]"), p2.did());
    cons(p2, 1, 1, set(of(1, 7)));
    assertEquals(List.of("broadcast [[p1 7]]", "deliver p1 7"), sorted(p2));
    p2.crash(1);
    assertEquals(List.of("broadcast [[p2 8]]", "broadcast [p1 7]", "deliver p2 8"), sorted(p2));
  }

  /** "ordered := deterministicSort(decided)": by source, then numerically. */
  @Test
  void deliversADecidedSetInTheSharedOrder() {
    OneProcess p2 = OneProcess.of("B10", RB, 2, 2);
    cons(p2, 1, 1, set(of(2, 3), of(1, 10), of(1, 9)));
    assertEquals(List.of("deliver p1 9", "deliver p1 10", "deliver p2 3"), p2.did().subList(0, 3));
  }

  /** "and (m ∉ delivered)": a message may be ordered before it is rbDelivered. */
  @Test
  void doesNotOrderAgainWhatComesAfterItsDelivery() {
    OneProcess p2 = OneProcess.of("B10", RB, 2, 2);
    cons(p2, 1, 1, set(of(1, 7)));
    p2.did();
    p2.copy(1, 1, 7);
    p2.crash(1);
    assertEquals(List.of("broadcast [p1 7]"), p2.did(), "the relay of rb, and no proposal");
  }

  /** Departure 1: the decision of instance 2 comes first, and waits for that of instance 1. */
  @Test
  void aDecisionWaitsForItsTurn() {
    for (String id : List.of("right", "B10-any-decision", "B10-drops-early")) {
      OneProcess p2 =
          id.equals("right") ? OneProcess.of("B10", RB, 2, 2) : OneProcess.mistaken(id, RB, 2, 2);
      cons(p2, 1, 2, set(of(1, 8)));
      cons(p2, 1, 1, set(of(1, 7)));
      List<String> delivered =
          p2.did().stream().filter(line -> line.startsWith("deliver")).toList();
      switch (id) {
        case "right" -> assertEquals(List.of("deliver p1 7", "deliver p1 8"), delivered);
        case "B10-drops-early" -> assertEquals(List.of("deliver p1 7"), delivered);
        default -> assertEquals(List.of("deliver p1 8", "deliver p1 7"), delivered);
      }
    }
  }

  /** Departure 2: p1 decided {m1}, then {m2}, and only its second message arrives. */
  @Test
  void whatWasDeliveredIsNotDeliveredAgain() {
    for (boolean right : new boolean[] {true, false}) {
      OneProcess p2 =
          right ? OneProcess.of("B10", RB, 2, 2) : OneProcess.mistaken("B10-twice", RB, 2, 2);
      p2.broadcast(8);
      cons(p2, 1, 2, set(of(2, 8)));
      p2.crash(1);
      List<String> delivered =
          p2.did().stream().filter(line -> line.startsWith("deliver")).toList();
      assertEquals(
          right ? List.of("deliver p2 8") : List.of("deliver p2 8", "deliver p2 8"), delivered);
    }
  }

  /** Why consensus ends: who has nothing unordered adopts, decides and delivers all the same. */
  @Test
  void needsNoProposalToDeliver() {
    OneProcess p2 = OneProcess.of("B10", RB, 2, 3);
    assertEquals(NOTHING, p2.did());
    cons(p2, 1, 1, set(of(1, 7)));
    assertEquals(List.of("broadcast [[p1 7]]", "deliver p1 7"), sorted(p2));
  }

  private static List<String> sorted(OneProcess process) {
    return process.did().stream().sorted().toList();
  }
}
