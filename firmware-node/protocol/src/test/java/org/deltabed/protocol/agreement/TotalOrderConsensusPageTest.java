package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * One process against distributed-algorithms-notes, Total Order Broadcast: "the consensus pick the
 * first tob delivered message". Best-effort broadcast stands in for the one below, as it has the
 * same interface, so that the test says what is delivered first.
 */
class TotalOrderConsensusPageTest {
  private final PageProcess p2 =
      new PageProcess(
          Catalogue.find("C4"),
          Composition.of(
              Part.of("cons", TotalOrderConsensus::new)
                  .uses(Part.of("tob", BestEffortBroadcast::new))),
          2,
          3,
          2);

  private List<String> decisions() {
    return p2.took().stream().filter(line -> line.startsWith("cons ")).toList();
  }

  /** "everybody tob broadcasts their proposal in a message". */
  @Test
  void theProposalIsBroadcast() {
    p2.propose(7);
    assertEquals(List.of("cons/tob Broadcast[message=7]", "cons/tob sends 7"), p2.took());
  }

  /** "and the consensus pick the first tob delivered message", whosever it is. */
  @Test
  void theFirstDeliveredIsDecided() {
    p2.propose(7);
    p2.arrives(3, "cons/tob", 9);
    assertEquals(List.of("cons Decide[value=9]"), decisions());
  }

  /** Departure 1. */
  @Test
  void theOthersAreDropped() {
    p2.arrives(3, "cons/tob", 9);
    p2.arrives(2, "cons/tob", 7);
    assertEquals(List.of("cons Decide[value=9]"), decisions());
  }
}
