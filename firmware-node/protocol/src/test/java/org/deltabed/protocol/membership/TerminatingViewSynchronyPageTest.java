package org.deltabed.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Flush;
import org.deltabed.protocol.InView;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.View;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * One process of view synchrony from terminating reliable broadcast, where only p2 of two is left,
 * or p2 and p3 of three, against the sentences of distributed-algorithms-notes, View Synchrony.
 */
class TerminatingViewSynchronyPageTest {
  private final List<String> did = new ArrayList<>();

  private Stack p2(int n) {
    Stack.Output output =
        new Stack.Output() {
          @Override
          public void send(String instance, Value message) {
            did.add("send " + instance.replace("app/vs/", "") + " " + message);
          }

          @Override
          public void event(String instance, Direction direction, Event event) {
            boolean of = instance.equals("app/vs") || instance.startsWith("app/vs/trb[");
            if (of && !instance.contains("]/") && direction == Direction.INDICATION) {
              did.add(instance.replace("app/", "") + " " + event);
            }
          }
        };
    Stack stack = new Stack(Catalogue.find("G2").composition(), 2, n, output);
    stack.init();
    return stack;
  }

  private static void hear(Stack stack, int sender, String instance, Value message) {
    stack.deliver(sender, "app/vs/" + (instance.isEmpty() ? "beb" : instance + "/beb"), message);
  }

  private List<String> since(int size) {
    return did.subList(size, did.size());
  }

  private static final View ALONE = new View(1, ProcessSet.of(2));
  private static final View TWO = new View(1, ProcessSet.of(2, 3));

  private static Flush set(int view, Data... delivered) {
    return new Flush(view, List.of(delivered));
  }

  private static final Data SEVEN_OF_P1 = new Data(1, new Num(7));

  /**
   * "upon vsBlockOk do ... trigger trbBroadcast, self, (view.id, delivered)"; departure 3: the
   * instance of who crashed is there too, and says f.
   */
  @Test
  void aNewViewIsInstalledWhenEveryMembersSetOrFailureIsDelivered() {
    Stack p2 = p2(2);
    stackHearsMessageAndCrash(p2);
    int before = did.size();
    hear(p2, 2, "gmp/uc[1]", ALONE);
    assertEquals(
        List.of("vs Block[]", "send trb[2]/beb [V0 delivered [[p1 7]]]", "send trb[1]/cons/beb f"),
        since(before));
    before = did.size();
    hear(p2, 2, "trb[1]/cons", new SenderFailed());
    hear(p2, 2, "trb[2]", set(0, SEVEN_OF_P1));
    hear(p2, 2, "trb[2]/cons", set(0, SEVEN_OF_P1));
    assertEquals(
        List.of(
            "vs/trb[1] Deliver[sender=1, message=f]",
            "send trb[2]/cons/beb [V0 delivered [[p1 7]]]",
            "vs/trb[2] Deliver[sender=2, message=[V0 delivered [[p1 7]]]]",
            "vs NewView[view=V(1, {p2})]"),
        since(before));
  }

  private void stackHearsMessageAndCrash(Stack p2) {
    hear(p2, 1, "", new InView(0, new Num(7)));
    p2.silence(1);
    assertEquals(List.of("vs Deliver[sender=1, message=7]", "send gmp/uc[1]/beb V(1, {p2})"), did);
  }

  private static void decide(Stack stack, String instance, Value value) {
    hear(stack, 2, instance, value);
    hear(stack, 3, instance, value);
  }

  /** "forall m ∈ del and m ∉ delivered": from who broadcast it, not from p. */
  @Test
  void whatAnotherMemberDeliveredIsDeliveredFromWhoBroadcastIt() {
    Stack p2 = p2(3);
    p2.silence(1);
    decide(p2, "gmp/uc[1]", TWO);
    int before = did.size();
    hear(p2, 3, "trb[3]", set(0, SEVEN_OF_P1));
    decide(p2, "trb[3]/cons", set(0, SEVEN_OF_P1));
    assertEquals("vs Deliver[sender=1, message=7]", since(before).getLast());
  }

  /** Departure 4: "trbDone = ∅" upon vsBlockOk would forget it, and no view would come. */
  @Test
  void aSetThatComesBeforeTheViewCounts() {
    Stack p2 = p2(3);
    p2.silence(1);
    hear(p2, 3, "trb[3]", set(0));
    decide(p2, "trb[3]/cons", set(0));
    decide(p2, "gmp/uc[1]", TWO);
    decide(p2, "trb[1]/cons", new SenderFailed());
    hear(p2, 2, "trb[2]", set(0));
    decide(p2, "trb[2]/cons", set(0));
    assertEquals("vs NewView[view=V(1, {p2 p3})]", did.getLast());
  }

  /** "addToTail(pending, V)": a view that is agreed on while another is installed comes next. */
  @Test
  void viewsQueue() {
    Stack p2 = p2(3);
    p2.silence(1);
    decide(p2, "gmp/uc[1]", TWO);
    p2.silence(3);
    hear(p2, 2, "gmp/uc[2]", new View(2, ProcessSet.of(2)));
    int before = did.size();
    for (int sender : new int[] {1, 3}) {
      hear(p2, 2, "trb[" + sender + "]/cons", new SenderFailed());
    }
    hear(p2, 2, "trb[2]", set(0));
    hear(p2, 2, "trb[2]/cons", set(0));
    assertEquals(
        List.of("vs NewView[view=V(1, {p2 p3})]", "vs Block[]"),
        since(before).stream().filter(line -> line.matches("vs (NewView|Block).*")).toList());
  }
}
