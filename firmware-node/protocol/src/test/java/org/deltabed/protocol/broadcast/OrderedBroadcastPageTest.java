package org.deltabed.protocol.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.Ack;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vector;
import org.deltabed.protocol.WithPast;
import org.deltabed.protocol.WithVector;
import org.junit.jupiter.api.Test;

/**
 * One process of FIFO and of each causal broadcast against the lines of
 * distributed-algorithms-notes, Causal Broadcast, and of dependable-systems-notes, 7.7.1 and 8.2.
 */
class OrderedBroadcastPageTest {
  private static final List<String> NOTHING = List.of();

  private static Value numbered(long number, long message) {
    return new Numbered(number, new Num(message));
  }

  private static Data of(int source, long message) {
    return new Data(source, new Num(message));
  }

  private static Value withPast(long message, Value... past) {
    return new WithPast(List.of(past), new Num(message));
  }

  private static Value withVector(long message, long... vector) {
    return new WithVector(Vector.of(vector), new Num(message));
  }

  /** "Each process adds a (local) sequence number to every payload message". */
  @Test
  void fifoNumbersWhatItBroadcastsAlsoTheSameTwice() {
    OneProcess p1 = OneProcess.of("B6", "frb/rb/beb", 1, 2);
    p1.broadcast(7);
    p1.broadcast(7);
    assertEquals(
        List.of("deliver p1 7", "broadcast [p1 [#0 7]]", "deliver p1 7", "broadcast [p1 [#1 7]]"),
        p1.did());
  }

  /** "according to the sequence number (requiring buffering)": and all that wait, not one. */
  @Test
  void fifoBuffersWhatCameBeforeItsTurn() {
    OneProcess p2 = OneProcess.of("B6", "frb/rb/beb", 2, 2);
    p2.copy(1, 1, numbered(2, 9));
    p2.copy(1, 1, numbered(1, 8));
    assertEquals(NOTHING, p2.did());
    p2.copy(1, 1, numbered(0, 7));
    assertEquals(List.of("deliver p1 7", "deliver p1 8", "deliver p1 9"), p2.did());
  }

  /** "For each sender": one sender's gap holds up no other. */
  @Test
  void fifoIsPerSender() {
    OneProcess p3 = OneProcess.of("B6", "frb/rb/beb", 3, 3);
    p3.copy(1, 1, numbered(1, 8));
    p3.copy(2, 2, numbered(0, 5));
    assertEquals(List.of("deliver p2 5"), p3.did());
  }

  /** "we broadcast it with all the past messages which were broadcast or delivered". */
  @Test
  void causalBroadcastsThePastInItsOrder() {
    OneProcess p2 = OneProcess.of("B7", "rco/rb/beb", 2, 3);
    p2.broadcast(5);
    p2.copy(1, 1, withPast(7));
    p2.did();
    p2.broadcast(6);
    assertEquals(List.of("deliver p2 6", "broadcast [p2 [past [[p2 5], [p1 7]] 6]]"), p2.did());
  }

  /** "we deliver all the messages in its past which haven't been delivered yet". */
  @Test
  void causalDeliversWhatIsMissedOfThePastFirstAndNothingTwice() {
    OneProcess p3 = OneProcess.of("B7", "rco/rb/beb", 3, 3);
    p3.copy(1, 1, withPast(1));
    p3.copy(2, 2, withPast(4, of(1, 1), of(1, 2), of(2, 3)));
    assertEquals(List.of("deliver p1 1", "deliver p1 2", "deliver p2 3", "deliver p2 4"), p3.did());
    p3.copy(2, 2, withPast(3, of(1, 1), of(1, 2)));
    p3.copy(1, 1, withPast(2, of(1, 1)));
    assertEquals(NOTHING, p3.did());
  }

  /** Departure 1 of B7: the past as a set. */
  @Test
  void aPastInAnyOrderIsDeliveredAgainstCausalOrder() {
    OneProcess p2 = OneProcess.mistaken("B7-past-unordered", "rco/rb/beb", 2, 2);
    p2.copy(1, 1, withPast(3, of(1, 1), of(1, 2)));
    assertEquals(List.of("deliver p1 2", "deliver p1 1", "deliver p1 3"), p2.did());
  }

  /** "upon for some m ∈ delivered: self ∉ ack[m]": every delivery is acknowledged, once. */
  @Test
  void collectorAcknowledgesWhatItDelivers() {
    OneProcess p2 = OneProcess.of("B8", "rco/rb/beb", 2, 3);
    p2.copy(1, 1, withPast(7));
    assertEquals(List.of("deliver p1 7", "broadcast [p2 [ACK p1 7]]"), p2.did());
    p2.copy(1, 1, new Ack(1, new Num(7)));
    assertEquals(NOTHING, p2.did());
    assertTrue(p2.stack.save().toString().contains("past=[[p1 7]]"));
    p2.copy(3, 3, new Ack(1, new Num(7)));
    assertTrue(p2.stack.save().toString().contains("past=[], correct={p1 p2 p3}, ack=[]"));
    assertEquals(NOTHING, p2.did());
  }

  /** Departure 2 of B8: the last that is missing crashes, and no further ACK comes. */
  @Test
  void collectorCollectsUponACrashToo() {
    OneProcess right = OneProcess.of("B8", "rco/rb/beb", 2, 3);
    OneProcess literal =
        OneProcess.with("B8", "rco", CollectsUponAcksOnly::new, "rco/rb/beb", 2, 3);
    for (OneProcess p2 : List.of(right, literal)) {
      p2.copy(1, 1, withPast(7));
      p2.copy(1, 1, new Ack(1, new Num(7)));
      p2.crash(3);
      p2.did();
      p2.broadcast(8);
    }
    assertEquals("broadcast [p2 [past [] 8]]", right.did().get(1));
    assertEquals("broadcast [p2 [past [[p1 7]] 8]]", literal.did().get(1));
  }

  /** "if forall pj ∈ correct" as it was when the last ACK came: knows of no crash. */
  static final class CollectsUponAcksOnly extends GarbageCollectedCausalBroadcast {
    CollectsUponAcksOnly(Component.Context context) {
      super(context);
    }

    @Override
    protected boolean allHaveDelivered(int source, Value m) {
      return ack.of(source, m).size() == n;
    }
  }

  /** Departure 3 of B8: an ACK that comes after the collection brings nothing back. */
  @Test
  void collectorDropsALateAck() {
    OneProcess p2 = OneProcess.of("B8", "rco/rb/beb", 2, 3);
    p2.crash(3);
    p2.copy(1, 1, withPast(7));
    p2.copy(1, 1, new Ack(1, new Num(7)));
    p2.did();
    p2.copy(3, 3, new Ack(1, new Num(7)));
    assertTrue(p2.stack.save().toString().contains("past=[], correct={p1 p2}, ack=[]"));
    assertEquals(List.of("broadcast [p3 [ACK p1 7]]"), p2.did(), "only the relay of rb");
  }

  /** "for all pk: VC[pk] >= VC_m[pk]", the notes' example of p1's two messages. */
  @Test
  void waitingDeliversThePredecessorFirstAndInTheNameOfItsSender() {
    OneProcess p2 = OneProcess.of("B9", "rco/rb/beb", 2, 3);
    p2.copy(1, 1, withVector(8, 1, 0, 0));
    assertEquals(NOTHING, p2.did());
    p2.copy(1, 1, withVector(7, 0, 0, 0));
    assertEquals(List.of("deliver p1 7", "deliver p1 8"), p2.did());
  }

  /** "it will now send the vector [2, 0, 0] and change its vector to [2, 0, 1]". */
  @Test
  void waitingSendsWhatItHasDelivered() {
    OneProcess p3 = OneProcess.of("B9", "rco/rb/beb", 3, 3);
    p3.copy(1, 1, withVector(7, 0, 0, 0));
    p3.copy(1, 1, withVector(8, 1, 0, 0));
    p3.did();
    p3.broadcast(9);
    p3.broadcast(10);
    assertEquals(
        List.of(
            "deliver p3 9",
            "broadcast [p3 [after [2, 0, 0] 9]]",
            "deliver p3 10",
            "broadcast [p3 [after [2, 0, 1] 10]]"),
        p3.did());
  }

  /**
   * Departures 4 and 5 of B9, over uniform broadcast, which does not deliver the sender's own at
   * once: W counts what is broadcast, and nothing is delivered before the broadcast below says so.
   */
  @Test
  void waitingCountsItsOwnThatAreNotDeliveredYet() {
    OneProcess p1 =
        OneProcess.with("B9", "rco/rb", AllAckUniformBroadcast::new, "rco/rb/beb", 1, 2);
    p1.broadcast(7);
    p1.broadcast(8);
    assertEquals(
        List.of("broadcast [p1 [after [0, 0] 7]]", "broadcast [p1 [after [1, 0] 8]]"), p1.did());
  }
}
