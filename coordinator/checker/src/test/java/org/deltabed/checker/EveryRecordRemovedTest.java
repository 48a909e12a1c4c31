package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each single record taken out in turn: never PASS, and the missing number is named. */
class EveryRecordRemovedTest {
  @TempDir Path folder;

  @Test
  void ofACleanRun() {
    removeEach(new CampaignFixture(3).run("r01"));
  }

  @Test
  void ofARunWithAPull() {
    removeEach(new CampaignFixture(3).run("r01", Pull.power(2, 2)));
  }

  @Test
  void ofARunThatEndsAtADurableDecide() {
    removeEach(new CampaignFixture(3).run("r01", Pull.afterDecide(3)));
  }

  @Test
  void fromTheMiddleOfTwoRuns() {
    CampaignFixture campaign = new CampaignFixture(2);
    campaign.rounds = 1;
    removeEach(campaign.run("r01", Pull.pin(1, 0)).run("r02"));
  }

  private void removeEach(CampaignFixture campaign) {
    assertEquals(Verdict.PASS, campaign.judge(folder).verdict());
    int removed = 0;
    for (String file : campaign.traces.files.keySet()) {
      List<TraceRecord> records = campaign.traces.files.get(file);
      List<TraceRecord> all = new ArrayList<>(records);
      for (int i = 0; i < all.size(); i++) {
        TraceRecord one = all.get(i);
        if (isNewest(campaign, one)) {
          continue; // Nobody can know of the newest record of a boot that lives on, between runs.
        }
        records.clear();
        records.addAll(all);
        records.remove(i);
        CampaignVerdict verdict = campaign.judge(folder);
        assertNotEquals(Verdict.PASS, verdict.verdict(), () -> "without " + one);
        boolean named = VerdictText.of(verdict).contains("record " + one.seq() + " of");
        boolean last = one.seq() == campaign.traces.nextSeq(one.node(), one.boot()) - 1;
        assertTrue(
            named || last || verdict.verdict() != Verdict.INCOMPLETE,
            () -> one + ": " + VerdictText.of(verdict));
        removed++;
      }
      records.clear();
      records.addAll(all);
    }
    assertTrue(removed > 20);
  }

  private static boolean isNewest(CampaignFixture campaign, TraceRecord record) {
    return record.run().isEmpty()
        && campaign.boots.get(record.node()) == record.boot()
        && record.seq() == campaign.traces.nextSeq(record.node(), record.boot()) - 1;
  }
}
