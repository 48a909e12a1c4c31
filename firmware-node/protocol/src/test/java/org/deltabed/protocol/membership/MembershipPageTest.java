package org.deltabed.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.View;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * One process of group membership against the sentences of distributed-algorithms-notes, Group
 * Membership.
 */
class MembershipPageTest {
  private final List<String> did = new ArrayList<>();

  private Stack process(int self, int n) {
    Stack.Output output =
        new Stack.Output() {
          @Override
          public void send(String instance, Value message) {}

          @Override
          public void event(String instance, Direction direction, Event event) {
            if (instance.equals("gmp") || instance.matches("gmp/uc\\[\\d+\\]")) {
              did.add(instance.replace("gmp/", "") + " " + event);
            }
          }
        };
    Stack stack = new Stack(Catalogue.find("G1").composition(), self, n, output);
    stack.init();
    return stack;
  }

  private static void hear(Stack stack, int id, int sender, int... members) {
    stack.deliver(sender, "gmp/uc[" + id + "]/beb", new View(id, ProcessSet.of(members)));
  }

  /** "view := (0, S)": it is where all begin, and nobody is told. */
  @Test
  void nothingHappensWhileNobodyCrashes() {
    process(1, 3);
    assertEquals(List.of(), did);
  }

  /** "upon event (correct ⊂ view.memb) and (wait = false) do ... ucPropose". */
  @Test
  void aCrashIsProposedAsTheNextView() {
    process(1, 3).silence(2);
    assertEquals(List.of("uc[1] Propose[value=V(1, {p1 p3})]"), did);
  }

  /** "wait := true": the next proposal waits for the decision. */
  @Test
  void anotherCrashWaitsForTheDecision() {
    Stack p1 = process(1, 3);
    p1.silence(2);
    p1.silence(3);
    assertEquals(List.of("uc[1] Propose[value=V(1, {p1 p3})]"), did);
    hear(p1, 1, 1, 1, 3);
    assertEquals(
        List.of(
            "uc[1] Propose[value=V(1, {p1 p3})]",
            "uc[1] Decide[value=V(1, {p1 p3})]",
            "gmp NewView[view=V(1, {p1 p3})]",
            "uc[2] Propose[value=V(2, {p1})]"),
        did);
  }

  /** Whom a view excludes has no part in deciding it, so it is decided where he is detected. */
  @Test
  void aViewIsInstalledOnceItsCrashIsDetectedHereToo() {
    Stack p2 = process(2, 3);
    hear(p2, 1, 1, 1, 2);
    hear(p2, 1, 2, 1, 2);
    assertEquals(List.of(), did);
    p2.silence(3);
    assertEquals(
        List.of(
            "uc[1] Propose[value=V(1, {p1 p2})]",
            "uc[1] Decide[value=V(1, {p1 p2})]",
            "gmp NewView[view=V(1, {p1 p2})]"),
        did);
  }

  /**
   * "strict subset here": a view that excludes who is not detected is no reason to propose until he
   * is. p1 crashed after it had led its round, of which p2 did not hear. MembershipExhaustiveTest
   * has the whole run.
   */
  @Test
  void aViewThatExcludesWhoIsNotDetectedIsLeftAlone() {
    Stack p3 = process(3, 4);
    hear(p3, 1, 1, 1, 2, 3);
    hear(p3, 1, 2, 2, 3, 4);
    hear(p3, 1, 3, 2, 3, 4);
    assertEquals(List.of(), did);
    p3.silence(4);
    List<String> installed =
        List.of(
            "uc[1] Propose[value=V(1, {p1 p2 p3})]",
            "uc[1] Decide[value=V(1, {p2 p3 p4})]",
            "gmp NewView[view=V(1, {p2 p3 p4})]");
    assertEquals(installed, did);
    p3.silence(1);
    assertEquals(installed, did.subList(0, 3));
    assertEquals(List.of("uc[2] Propose[value=V(2, {p2 p3})]"), did.subList(3, did.size()));
  }

  /** Departure 2: "view := (id, memb)" in the order of the ids. */
  @Test
  void aDecisionWaitsForTheViewsBeforeIt() {
    Stack p2 = process(2, 4);
    hear(p2, 2, 1, 1, 2);
    hear(p2, 2, 2, 1, 2);
    p2.silence(4);
    p2.silence(3);
    assertEquals("uc[2] Decide[value=V(2, {p1 p2})]", did.getLast());
    hear(p2, 1, 1, 1, 2, 3);
    hear(p2, 1, 2, 1, 2, 3);
    assertEquals(
        List.of(
            "uc[1] Decide[value=V(1, {p1 p2 p3})]",
            "gmp NewView[view=V(1, {p1 p2 p3})]",
            "gmp NewView[view=V(2, {p1 p2})]"),
        did.subList(did.size() - 3, did.size()));
  }
}
