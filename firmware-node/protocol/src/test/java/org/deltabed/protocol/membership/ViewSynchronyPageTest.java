package org.deltabed.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.BlockOk;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Change;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Flush;
import org.deltabed.protocol.InView;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * One process of view synchrony from uniform consensus, with its application, against the sentences
 * of distributed-algorithms-notes, View Synchrony.
 */
class ViewSynchronyPageTest {
  private final List<String> did = new ArrayList<>();

  private Stack process(int self, int n) {
    Stack.Output output =
        new Stack.Output() {
          @Override
          public void send(String instance, Value message) {
            did.add("send " + instance.replace("app/vs/", "") + " " + message);
          }

          @Override
          public void event(String instance, Direction direction, Event event) {
            boolean blocking = event instanceof BlockOk;
            if (instance.equals("app/vs") && (blocking || direction == Direction.INDICATION)) {
              did.add(event.toString());
            }
          }
        };
    Stack stack = new Stack(Catalogue.find("G3").composition(), self, n, output);
    stack.init();
    return stack;
  }

  private static void broadcast(Stack stack, long message) {
    stack.request("app", new Broadcast(new Num(message)));
  }

  private static void hear(Stack stack, int sender, Value message) {
    stack.deliver(sender, "app/vs/beb", message);
  }

  private static InView data(int view, long message) {
    return new InView(view, new Num(message));
  }

  private static Flush dset(int view, Value... delivered) {
    return new Flush(view, List.of(delivered));
  }

  private static void decide(Stack stack, Change change, int... leaders) {
    for (int leader : leaders) {
      stack.deliver(leader, "app/vs/uc[" + change.id() + "]/beb", change);
    }
  }

  private List<String> since(int size) {
    return did.subList(size, did.size());
  }

  /** "trigger vsDeliver, self, m; trigger bebBroadcast, [Data, view.id, m]". */
  @Test
  void aBroadcastIsDeliveredToItselfAtOnceAndSentInItsView() {
    Stack p1 = process(1, 3);
    broadcast(p1, 7);
    hear(p1, 1, data(0, 7));
    assertEquals(List.of("Deliver[sender=1, message=7]", "send beb [V0 7]"), did);
  }

  /** "(view.id = viewId) and (m ∉ delivered)". */
  @Test
  void aMessageOfThisViewIsDeliveredOnce() {
    Stack p1 = process(1, 3);
    hear(p1, 2, data(0, 7));
    hear(p1, 2, data(0, 7));
    assertEquals(List.of("Deliver[sender=2, message=7]"), did);
  }

  /** Departure 1: "delivered U {m}" forgets who broadcast m. */
  @Test
  void theSameOfAnotherProcessIsAnotherMessage() {
    Stack p1 = process(1, 3);
    hear(p1, 2, data(0, 7));
    hear(p1, 3, data(0, 7));
    assertEquals(List.of("Deliver[sender=2, message=7]", "Deliver[sender=3, message=7]"), did);
  }

  /** "upon event crash ... trigger vsBlock"; "upon vsBlockOk ... [DSET, view.id, delivered]". */
  @Test
  void aCrashBlocksAndSendsWhatWasDelivered() {
    Stack p1 = process(1, 3);
    hear(p1, 3, data(0, 7));
    p1.silence(3);
    assertEquals(List.of("Block[]", "BlockOk[]", "send beb [V0 delivered [[p3 7]]]"), since(1));
  }

  /** "and (blocked = false)": discarded while blocked, and the application waits too. */
  @Test
  void nothingIsDeliveredOrBroadcastWhileBlocked() {
    Stack p1 = process(1, 3);
    p1.silence(3);
    int before = did.size();
    hear(p1, 2, data(0, 7));
    broadcast(p1, 8);
    assertEquals(List.of(), since(before));
    p1.request("app/vs", new Broadcast(new Num(9)));
    assertEquals(List.of(), since(before));
  }

  /** "we have gotten a DSET message for all the correct processes": X10 is not to wait for it. */
  @Test
  void proposesWhenTheSetsOfAllCorrectProcessesAreIn() {
    Stack p1 = process(1, 3);
    p1.silence(3);
    int before = did.size();
    hear(p1, 1, dset(0));
    assertEquals(List.of(), since(before));
    hear(p1, 2, dset(0, new Data(3, new Num(7))));
    assertEquals(
        List.of("send uc[1]/beb [V(1, {p1 p2}) after [[p1 []], [p2 [[p3 7]]]]]"), since(before));
  }

  /** Departure 6: "if forall p ∈ correct" becomes true by a crash also. */
  @Test
  void aCrashMayBeWhatWasWaitedFor() {
    Stack p1 = process(1, 3);
    p1.silence(3);
    hear(p1, 1, dset(0));
    int before = did.size();
    p1.silence(2);
    assertEquals(List.of("send uc[1]/beb [V(1, {p1}) after [[p1 []]]]"), since(before));
  }

  /**
   * "upon ucDecided: forall (p, mset) ∈ vsdset such that p ∈ memb ... vsDeliver", then "vsView";
   * what the application was to broadcast meanwhile comes after.
   */
  @Test
  void whatTheMembersDeliveredIsDeliveredBeforeTheView() {
    Stack p1 = process(1, 3);
    p1.silence(3);
    broadcast(p1, 8);
    int before = did.size();
    decide(p1, decision(), 1, 2);
    assertEquals(
        List.of(
            "Deliver[sender=3, message=7]",
            "NewView[view=V(1, {p1 p2})]",
            "Deliver[sender=1, message=8]",
            "send beb [V1 8]"),
        since(before));
  }

  private static Change decision() {
    return new Change(
        1,
        ProcessSet.of(1, 2),
        List.of(
            new Data(2, Sequence.of(new Data(3, new Num(7)))),
            new Data(3, Sequence.of(new Data(3, new Num(9))))));
  }

  /** Departure 2: a message and a set of the next view wait for it; those of the last are void. */
  @Test
  void whatComesBeforeItsViewWaitsForIt() {
    Stack p1 = process(1, 3);
    hear(p1, 2, data(1, 8));
    p1.silence(3);
    decide(p1, decision(), 1, 2);
    assertEquals(
        List.of("NewView[view=V(1, {p1 p2})]", "Deliver[sender=2, message=8]"),
        since(did.size() - 2));
    int before = did.size();
    hear(p1, 2, data(0, 9));
    assertEquals(List.of(), since(before));
  }

  /** Departure 4: "if flushing = false" loses the crash of one whom the decision still holds. */
  @Test
  void aCrashWhileTheGroupFlushesIsDealtWithInTheNextView() {
    Stack p1 = process(1, 3);
    p1.silence(3);
    hear(p1, 2, dset(0));
    hear(p1, 1, dset(0));
    p1.silence(2);
    decide(p1, new Change(1, ProcessSet.of(1, 2), List.of()), 1);
    assertEquals(
        List.of(
            "NewView[view=V(1, {p1 p2})]", "Block[]", "BlockOk[]", "send beb [V1 delivered []]"),
        since(did.size() - 4));
  }
}
