package org.deltabed.protocol.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** One process against dependable-systems-notes, 3.4, Leader Election and Ω. */
class LeaderElectionPageTest {
  private static OneProcess process(String id, int self, int n) {
    return new OneProcess(Catalogue.find(id).composition(), self, n);
  }

  /** Ω over a detector that suspects whom it is told to. */
  private static OneProcess told(int self, int n) {
    Composition told =
        Catalogue.find("D4-eventual")
            .composition()
            .swap("EP", part -> part.madeBy(ToldFailureDetector::new));
    return new OneProcess(told, self, n);
  }

  @Test
  void allBeginWithTheFirstAsTheirLeader() {
    assertEquals(List.of("Leader[process=1]"), process("D4", 3, 3).didSince());
    assertEquals(List.of("Leader[process=1]"), told(2, 3).didSince());
  }

  /** "If a process is elected leader then all previously elected leaders have crashed". */
  @Test
  void theNextIsElectedWhenTheLeaderHasCrashedAndNotBefore() {
    OneProcess p3 = process("D4", 3, 4);
    p3.didSince();
    p3.silence(2);
    assertEquals(List.of(), p3.didSince());
    p3.silence(1);
    assertEquals(List.of("Leader[process=3]"), p3.didSince());
    p3.silence(4);
    assertEquals(List.of(), p3.didSince());
  }

  /** Departure 2 of D4-eventual: a leader that was suspected wrongly leads again. */
  @Test
  void whoIsRestoredLeadsAgain() {
    OneProcess p3 = told(3, 3);
    p3.silence(1).silence(2).heard(1);
    assertEquals(
        List.of("Leader[process=1]", "Leader[process=2]", "Leader[process=3]", "Leader[process=1]"),
        p3.didSince());
  }
}
