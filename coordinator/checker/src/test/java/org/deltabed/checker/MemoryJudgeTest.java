package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryJudgeTest {
  @Test
  void saysWhatIsSaidOfAFolderWithTheSameRecords(@TempDir Path folder) {
    CampaignFixture fixture = new CampaignFixture(4).run("r01", Pull.power(2, 5));
    assertSame(fixture, folder, Verdict.PASS);
  }

  @Test
  void seesAGapInTheNumbers(@TempDir Path folder) {
    CampaignFixture fixture = new CampaignFixture(4).run("r01");
    fixture.traces.file(Traces.name("r01", CampaignFixture.node(3), 1)).remove(4);
    assertSame(fixture, folder, Verdict.INCOMPLETE);
  }

  private static void assertSame(CampaignFixture fixture, Path folder, Verdict expected) {
    fixture.write(folder);
    RunVerdict ofFolder = Judge.judge(folder).runs().getFirst();
    List<TraceRecord> records =
        fixture.traces.files.values().stream().flatMap(List::stream).toList();
    RunVerdict ofMemory =
        MemoryJudge.judge(CampaignFile.read(folder), fixture.testbed, sorted(records));
    assertEquals(ofFolder, ofMemory);
    assertEquals(expected, ofMemory.verdict());
  }

  /** The idle file holds what came before and after the run. */
  private static List<TraceRecord> sorted(List<TraceRecord> records) {
    return records.stream().sorted((one, other) -> Long.compare(one.seq(), other.seq())).toList();
  }
}
