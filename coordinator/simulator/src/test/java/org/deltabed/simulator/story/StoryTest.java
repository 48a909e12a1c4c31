package org.deltabed.simulator.story;

import static org.deltabed.simulator.story.Executions.crash;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StoryTest {
  @Test
  void aRunInSlotsIsToldSlotBySlot() {
    assertEquals(
        """
        C2 uniform-hierarchical-consensus, uniform consensus
        with mistake X03: regular consensus where the uniform one is promised
        3 processes, at most 2 crash, in slots

        slot 0, of p1
          p1 proposes 10
          p1 decides 10 (#1)
          p2 proposes 20
          p3 proposes 30
          p1 crashes while it sends: its frame (uc/beb 10) reaches nobody
          p2 detects the crash of p1
          p2 decides 20 (#10)
          p3 detects the crash of p1
        slot 1, of p2
          p2's frame (uc/beb 20) reaches p3
          p3 decides 20
        slot 2, of p3
          p3's frame (uc/beb 20) reaches p2
        Nothing more happens in the 9 slots that follow.

        Broken: uc: uniform agreement
          "No two processes decide differently"
          p1 Decide[value=10] in slot 0 (#1) (and crashed), but p2 Decide[value=20] in slot 0 (#10)
        Replay: deltabed simulate x03.json
        """,
        Story.of(Executions.inSlots("C2", "X03", 3, 4, crash(1, 0)), "deltabed simulate x03.json"));
  }

  @Test
  void whoIsReachedIsSaidWhereNotAllAre() {
    assertEquals(
        """
        T1 terminating-reliable-broadcast, terminating reliable broadcast
        4 processes, at most 3 crash, in slots

        slot 0, of p1
          p1 broadcasts 10
          p1 crashes while it sends: its frame (trb/beb 10) reaches p3, not p2 and p4
          p2 and p4 detect the crash of p1
          p2 delivers f of p1
        slot 1, of p2
          p2's frame (trb/cons/beb f) reaches all others
        slot 2, of p3
          p4 crashes
        slot 3, of p4
          p2 and p3 detect the crash of p4
        slot 4, of p1
          p3 detects the crash of p1
          p3 delivers f of p1
        slot 6, of p3
          p3's frame (trb/cons/beb f) reaches p2
        Nothing more happens in the 9 slots that follow.

        Holds: 16 properties.
        """,
        Story.of(Executions.inSlots("T1", "", 4, 4, crash(1, 0, 3), crash(4, 2)), ""));
  }

  @Test
  void anAsynchronousRunIsToldActionByAction() {
    assertEquals(
        """
        C1 hierarchical-consensus, regular consensus
        with mistake X01: takes a value from a lower rank after one from a higher rank
        3 processes, at most 1 crash, in any order

           0  p1 is asked → proposes 10, decides 10, sends cons/beb 10
           1  p2 is asked → proposes 20
           2  p3 is asked → proposes 30
           3  p1 crashes
           4  p2 is told of p1 → detects the crash of p1, decides 20 (#9), sends cons/beb 20
           5  p2 gets its own message: cons/beb 20
           6  p3 gets p2's message: cons/beb 20
           7  p3 gets p1's message: cons/beb 10 → decides 10 (#18), sends cons/beb 10
           8  p3 is told of p1 → detects the crash of p1
        Nothing follows from the 2 actions that are left.

        Broken: cons: agreement
          "No two correct processes decide differently"
          p2 Decide[value=20] in action 4 (#9), but p3 Decide[value=10] in action 7 (#18)
        """,
        Story.of(Executions.x01(), ""));
  }
}
