package org.deltabed.protocol.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.Heartbeat;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** One process against the four steps of distributed-algorithms-notes, Eventually Perfect. */
class EventuallyPerfectPageTest {
  private static final String BEAT = "send heartbeat";

  private static OneProcess process(String id, int n) {
    Composition composition =
        id.equals("D3")
            ? Catalogue.find(id).composition()
            : Catalogue.variant(id).protocol().composition();
    return new OneProcess(composition, 1, n);
  }

  private static OneProcess beats(OneProcess process, int from) {
    return process.deliver(from, "", new Heartbeat());
  }

  /** 1: "Processes periodically send heartbeat messages". */
  @Test
  void everyCycleBeginsWithAHeartbeat() {
    OneProcess p1 = process("D3", 1);
    p1.cycleEnd().cycleEnd();
    assertEquals(List.of(BEAT, BEAT, BEAT), p1.didSince());
  }

  /** 3: "A process suspects another process if it timeouts that process", once. */
  @Test
  void whoIsNotHeardForACycleIsSuspected() {
    OneProcess p1 = process("D3", 3);
    beats(p1, 3).cycleEnd();
    assertEquals(List.of(BEAT, "Suspect[process=2]", BEAT), p1.didSince());
    beats(p1, 3).cycleEnd();
    assertEquals(List.of(BEAT), p1.didSince());
  }

  /** The cycle in which the last heartbeat came has not passed without one. */
  @Test
  void theCycleOfTheLastHeartbeatDoesNotCount() {
    OneProcess p1 = process("D3", 2);
    beats(p1, 2).cycleEnd();
    assertEquals(List.of(BEAT, BEAT), p1.didSince());
    p1.cycleEnd();
    assertEquals(List.of("Suspect[process=2]", BEAT), p1.didSince());
  }

  /** 4: "revises its suspicion and double its time-out", of that process alone (departure 4). */
  @Test
  void aSuspicionThatWasWrongIsTakenBackAndCostsTime() {
    OneProcess p1 = process("D3", 3);
    p1.cycleEnd();
    assertEquals(List.of(BEAT, "Suspect[process=2]", "Suspect[process=3]", BEAT), p1.didSince());
    beats(p1, 2);
    assertEquals(List.of("Restore[process=2]"), p1.didSince());
    p1.cycleEnd().cycleEnd();
    assertEquals(List.of(BEAT, BEAT), p1.didSince(), "two cycles now");
    p1.cycleEnd();
    assertEquals(List.of("Suspect[process=2]", BEAT), p1.didSince());
    beats(p1, 2).cycleEnd().cycleEnd().cycleEnd().cycleEnd();
    assertEquals(List.of("Restore[process=2]", BEAT, BEAT, BEAT, BEAT), p1.didSince(), "and four");
  }

  /** Nobody suspects itself, whether its own heartbeat comes or not. */
  @Test
  void whoRunsThisIsAlive() {
    OneProcess p1 = process("D3", 1);
    beats(p1, 1).cycleEnd().cycleEnd().cycleEnd();
    assertEquals(List.of(BEAT, BEAT, BEAT, BEAT), p1.didSince());
  }

  /** Heartbeats that are slower than the first time-out: it errs once and then no more. */
  public static final class Slow extends EventuallyPerfectFailureDetector {
    public Slow(Context context) {
      super(context);
    }

    @Override
    protected int period() {
      return 2;
    }
  }

  @Test
  void whatIsSlowerThanTheFirstTimeoutIsSuspectedOnce() {
    OneProcess p1 = new OneProcess(Composition.of(Part.of("EP", Slow::new)), 1, 2);
    for (int cycle = 0; cycle < 10; cycle++) {
      if (cycle % 2 == 0) {
        beats(p1, 2);
      }
      p1.cycleEnd();
    }
    List<String> said = p1.didSince().stream().filter(did -> !did.equals(BEAT)).toList();
    assertEquals(List.of("Suspect[process=2]", "Restore[process=2]"), said);
  }

  /** Departure 6, and X12: to restore without being able to suspect again is not complete. */
  @Test
  void mistakes() {
    OneProcess forEver = process("D3-never-restores", 2);
    beats(forEver.cycleEnd(), 2).cycleEnd();
    assertEquals(List.of(BEAT, "Suspect[process=2]", BEAT, BEAT), forEver.didSince());
    OneProcess any = process("D3-any-heartbeat", 3);
    beats(any, 3).cycleEnd();
    assertEquals(List.of(BEAT, BEAT), any.didSince());
  }
}
