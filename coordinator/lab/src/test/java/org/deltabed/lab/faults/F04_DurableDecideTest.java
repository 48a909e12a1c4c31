package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.checker.Decision;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.Traces;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

/**
 * F04: a node dies between its durable decision and the sending of it. The decision comes out of
 * its spool when it has power again, and counts.
 */
class F04_DurableDecideTest {

  @Test
  void theDecisionOfTheDeadIsRecoveredAndCounted() throws Exception {
    LiveCampaign campaign = SharedCampaigns.crashes();
    RunVerdict run = campaign.run("decide");
    assertEquals(Verdict.PASS, run.verdict(), campaign::toString);
    assertEquals(5, run.crashes().getFirst().node());
    List<Decision> ofTheDead = run.decisions().stream().filter(d -> d.process() == 5).toList();
    assertEquals(1, ofTheDead.size(), "" + run.decisions());
    assertEquals(1, run.decisions().stream().map(Decision::value).distinct().count());

    List<TraceRecord> itsRun = Traces.read(campaign.folder(), run.id() + "-n5-*.jsonl");
    assertEquals(Kind.CRASH_POINT, itsRun.getLast().kind(), "" + itsRun.getLast());
    long lastSeq = itsRun.getLast().seq();
    int itsBoot = itsRun.getLast().boot();
    assertTrue(
        Traces.read(campaign.folder(), "idle-n5-*.jsonl", Kind.BOOT).stream()
            .anyMatch(boot -> boot.a() == itsBoot && boot.b() == lastSeq),
        "the next boot found the spool's end");
  }
}
