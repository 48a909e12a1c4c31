package org.deltabed.protocol.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.Value;
import org.junit.jupiter.api.Test;

/**
 * One process of each reliable broadcast against the lines of distributed-algorithms-notes,
 * Reliable Broadcast, and of dependable-systems-notes, 7.5 and 7.6.2.
 */
class ReliableBroadcastPageTest {
  private static final List<String> NOTHING = List.of();

  /** "trigger rbDeliver, self, m; trigger bebBroadcast": B2 delivers its own before it sends it. */
  @Test
  void lazySenderDeliversItsOwnOnceAndBroadcastsIt() {
    OneProcess p1 = OneProcess.of("B2", "rb/beb", 1, 3);
    p1.broadcast(7);
    assertEquals(List.of("deliver p1 7", "broadcast [p1 7]"), p1.did());
    p1.copy(1, 1, 7);
    assertEquals(NOTHING, p1.did());
  }

  /** Departure 2 of B2: "I don't think we need to deliver here", with the line above left in. */
  @Test
  void withoutThatDeliveryTheSenderNeverDeliversItsOwn() {
    OneProcess p1 = OneProcess.mistaken("B2-own-copy-is-old", "rb/beb", 1, 3);
    p1.broadcast(7);
    p1.copy(1, 1, 7);
    assertEquals(List.of("broadcast [p1 7]"), p1.did());
  }

  /** "if pi ∉ correct ... else from[pi] := from[pi] U {[pj, m]}": nothing is relayed in vain. */
  @Test
  void lazyRelaysOnlyUponTheCrash() {
    OneProcess p2 = OneProcess.of("B2", "rb/beb", 2, 3);
    p2.copy(1, 1, 7);
    p2.copy(3, 3, 9);
    assertEquals(List.of("deliver p1 7", "deliver p3 9"), p2.did());
    p2.crash(1);
    assertEquals(List.of("broadcast [p1 7]"), p2.did());
  }

  /** "forall [pj, m] ∈ from[pi]": what came <em>from</em> pi, also if pj broadcast it. */
  @Test
  void lazyRelaysWhatARelayBroughtWhenTheRelayCrashes() {
    OneProcess p2 = OneProcess.of("B2", "rb/beb", 2, 4);
    p2.copy(3, 1, 7);
    p2.crash(1);
    assertEquals(List.of("deliver p1 7"), p2.did());
    p2.crash(3);
    assertEquals(List.of("broadcast [p1 7]"), p2.did());
  }

  /** "if pi ∉ correct then trigger bebBroadcast". */
  @Test
  void lazyRelaysAtOnceWhatComesFromTheCrashed() {
    OneProcess p2 = OneProcess.of("B2", "rb/beb", 2, 3);
    p2.crash(1);
    p2.copy(1, 1, 7);
    assertEquals(List.of("deliver p1 7", "broadcast [p1 7]"), p2.did());
  }

  /** Departure 1 of B2, B3, B4 and B5: equal messages of two processes are two messages. */
  @Test
  void equalMessagesOfTwoProcessesAreBothDelivered() {
    OneProcess lazy = OneProcess.of("B2", "rb/beb", 3, 3);
    lazy.copy(1, 1, 7);
    lazy.copy(2, 2, 7);
    assertEquals(List.of("deliver p1 7", "deliver p2 7"), lazy.did());
    OneProcess literal = OneProcess.mistaken("B3-by-message", "rb/beb", 3, 3);
    literal.copy(1, 1, 7);
    literal.copy(2, 2, 7);
    assertEquals(List.of("broadcast [p1 7]", "deliver p1 7"), sorted(literal));
  }

  /** 7.5: "if m ∉ delivered then ... send message [DATA, s, m] to all". */
  @Test
  void eagerRelaysWhatItDeliversAndNothingTwice() {
    OneProcess p2 = OneProcess.of("B3", "rb/beb", 2, 3);
    p2.copy(1, 1, 7);
    assertEquals(List.of("broadcast [p1 7]", "deliver p1 7"), sorted(p2));
    p2.copy(3, 1, 7);
    assertEquals(NOTHING, p2.did());
  }

  /** Departure 3 of B3: by the page the sender would send its own twice. */
  @Test
  void eagerSenderDeliversItsOwnCopyAndDoesNotRelayIt() {
    OneProcess p1 = OneProcess.of("B3", "rb/beb", 1, 3);
    p1.broadcast(7);
    assertEquals(List.of("broadcast [p1 7]"), p1.did());
    p1.copy(1, 1, 7);
    assertEquals(List.of("deliver p1 7"), p1.did());
  }

  /** "Here the acks are the same messages as the original broadcast message." */
  @Test
  void uniformDeliversWhenAllHaveBroadcastItToo() {
    OneProcess p2 = OneProcess.of("B4", "urb/beb", 2, 3);
    p2.copy(1, 1, 7);
    assertEquals(List.of("broadcast [p1 7]"), p2.did());
    p2.copy(2, 1, 7);
    assertEquals(NOTHING, p2.did());
    p2.copy(3, 1, 7);
    assertEquals(List.of("deliver p1 7"), p2.did());
  }

  /** "correct ⊆ ack[m]" is asked again when correct shrinks. */
  @Test
  void uniformDeliversWhenTheLastThatIsMissingCrashes() {
    OneProcess p2 = OneProcess.of("B4", "urb/beb", 2, 3);
    p2.copy(1, 1, 7);
    p2.copy(2, 1, 7);
    p2.crash(3);
    assertEquals(List.of("broadcast [p1 7]", "deliver p1 7"), p2.did());
  }

  /** Departure 2 of B4: a copy that comes after the delivery is not answered. */
  @Test
  void uniformDoesNotAnswerALateCopy() {
    OneProcess p2 = OneProcess.of("B4", "urb/beb", 2, 3);
    p2.copy(1, 1, 7);
    p2.copy(2, 1, 7);
    p2.crash(3);
    p2.did();
    p2.copy(3, 1, 7);
    assertEquals(NOTHING, p2.did());
    assertTrue(p2.stack.save().toString().contains("forward={}, ack=[]"));
  }

  /** Departure 1 of B4: p1's 7 would be delivered on p2's copy of its own 7. */
  @Test
  void acknowledgementsOfOneMessageAreNotThoseOfAnEqualOne() {
    OneProcess right = OneProcess.of("B4", "urb/beb", 2, 2);
    OneProcess literal = OneProcess.mistaken("B4-acks-by-message", "urb/beb", 2, 2);
    for (OneProcess p2 : List.of(right, literal)) {
      p2.broadcast(7);
      p2.copy(1, 1, 7);
      p2.copy(2, 2, 7);
    }
    assertEquals(List.of("broadcast [p2 7]", "broadcast [p1 7]"), right.did());
    assertEquals(List.of("broadcast [p2 7]", "broadcast [p1 7]", "deliver p1 7"), literal.did());
  }

  /** 7.6.2: "|ack[m]| > N/2". */
  @Test
  void majorityDeliversWithMoreThanHalf() {
    OneProcess p2 = OneProcess.of("B5", "urb/beb", 2, 4);
    p2.copy(1, 1, 7);
    p2.copy(2, 1, 7);
    assertEquals(List.of("broadcast [p1 7]"), p2.did());
    p2.copy(4, 1, 7);
    assertEquals(List.of("deliver p1 7"), p2.did());
    p2.copy(3, 1, 7);
    assertEquals(NOTHING, p2.did());
  }

  /**
   * Departure 1 of B5: {@code pending ← {(s, m)}} forgets p1's 7 when p3's 9 comes, so the next
   * copy of 7 is taken for the first and broadcast again.
   */
  @Test
  void majorityBroadcastsEachMessageOnce() {
    OneProcess right = OneProcess.of("B5", "urb/beb", 2, 5);
    OneProcess literal = OneProcess.with("B5", "urb", ForgetsPending::new, "urb/beb", 2, 5);
    for (OneProcess p2 : List.of(right, literal)) {
      p2.copy(1, 1, 7);
      p2.copy(3, 3, 9);
      p2.copy(4, 1, 7);
      p2.copy(4, 3, 9);
    }
    List<String> once = List.of("broadcast [p1 7]", "broadcast [p3 9]");
    assertEquals(once, right.did());
    assertEquals(List.of(once.get(0), once.get(1), once.get(0), once.get(1)), literal.did());
  }

  /** Breaks no property, but never comes to rest: {@code pending ← {(s, m)}}. */
  static final class ForgetsPending extends MajorityUniformBroadcast {
    ForgetsPending(Context context) {
      super(context);
    }

    @Override
    protected void relayIfNew(int s, Value m) {
      boolean isNew = !pending.contains(s, m);
      super.relayIfNew(s, m);
      if (isNew) {
        pending = MessageSet.EMPTY.with(s, m);
      }
    }
  }

  private static List<String> sorted(OneProcess process) {
    return process.did().stream().sorted().toList();
  }
}
