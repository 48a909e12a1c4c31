package org.deltabed.protocol.catalogue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.View;
import org.junit.jupiter.api.Test;

class DurableTest {
  private static final Deliver DELIVER = new Deliver(1, new Num(5));

  @Test
  void whatTheDeadOweAsWell() {
    assertTrue(Catalogue.find("C2").isDurable(new Decide(new Num(5))));
    assertTrue(Catalogue.find("A1").isDurable(new Decide(new Num(1))));
    assertTrue(Catalogue.find("T1-uniform").isDurable(DELIVER));
    assertTrue(Catalogue.find("G1").isDurable(new NewView(new View(1, ProcessSet.of(1, 2)))));
  }

  @Test
  void whatOnlyTheCorrectOwe() {
    assertFalse(Catalogue.find("B1").isDurable(DELIVER));
    assertFalse(Catalogue.find("T1").isDurable(DELIVER));
    assertFalse(Catalogue.find("D2").isDurable(new Crash(2)));
  }
}
