package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Observed;
import org.junit.jupiter.api.Test;

class LockstepTest {
  private static Findings explore(Protocol protocol, int n, int f, int threads) {
    List<Property> own =
        protocol.properties().stream()
            .filter(property -> property.instance().equals(protocol.top()))
            .toList();
    Lockstep lockstep =
        new Lockstep(
            Question.of(protocol, n, f, 1),
            Lockstep.Grain.SLOT,
            Observed.of(Set.of(protocol.top())),
            own,
            ExploreOptions.with(threads));
    return lockstep.explore(() -> false, progress -> {});
  }

  @Test
  void uniformConsensusHoldsAndDecidesInOneCycleWhoeverCrashes() {
    for (int n = 2; n <= 4; n++) {
      Findings findings = explore(Catalogue.find("C2"), n, n - 1, 1);
      assertEquals(Map.of(), findings.broken());
      assertTrue(findings.complete());
      for (int crashed = 0; crashed < n; crashed++) {
        assertEquals(n, findings.worstDecisionSlots().get(crashed));
      }
    }
  }

  /** One crash: of any process, in any slot; in its own with every subset of the others reached. */
  @Test
  void schedulesAreCountedExactly() {
    int n = 4;
    int cycles = 2;
    int waysOfOne = cycles * (n - 1 + (1 << (n - 1)));
    assertEquals(
        BigInteger.valueOf(1 + (long) n * waysOfOne),
        explore(Catalogue.find("C2"), n, 1, 1).schedules());
  }

  @Test
  void theRegularOneIsNotUniform() {
    Findings findings = explore(Catalogue.variant("X03").protocol(), 3, 1, 1);
    assertEquals(Set.of("uc: uniform agreement"), findings.broken().keySet());
  }

  @Test
  void threadsChangeNothing() {
    Protocol wrong = Catalogue.variant("X03").protocol();
    Findings one = explore(wrong, 4, 2, 1);
    Findings two = explore(wrong, 4, 2, 2);
    assertEquals(one.states(), two.states());
    assertEquals(one.transitions(), two.transitions());
    assertEquals(one.schedules(), two.schedules());
    assertEquals(one.worstDecisionSlots(), two.worstDecisionSlots());
    assertEquals(one.broken().keySet(), two.broken().keySet());
  }
}
