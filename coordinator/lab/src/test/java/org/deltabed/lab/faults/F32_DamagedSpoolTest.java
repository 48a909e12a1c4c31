package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.campaign.LiveTestbed;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.lab.testing.Traces;
import org.deltabed.lab.testing.WrappedTestbed;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.trace.Kind;
import org.deltabed.trace.SpoolFolder;
import org.junit.jupiter.api.Test;

/** F32: while a real node is without power, a byte in the middle of its spool flips. */
class F32_DamagedSpoolTest {

  private static final int DAMAGED_OFFSET = 700; // behind the head and some records, before the end

  private static final class BadDisk extends WrappedTestbed {
    private final Path spool;

    BadDisk(LiveTestbed live, Path spool) {
      super(live);
      this.spool = spool;
    }

    @Override
    public void powerOn(int node) throws IOException {
      if (node == 2) {
        int lastBoot = new SpoolFolder(spool).boots().lastKey();
        flipByte(spool.resolve("spool-%06d-000000.dt".formatted(lastBoot)));
      }
      super.powerOn(node);
    }

    private static void flipByte(Path file) throws IOException {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.read(one, DAMAGED_OFFSET);
        one.put(0, (byte) (one.get(0) ^ 0x10));
        channel.write(one.flip(), DAMAGED_OFFSET);
      }
    }
  }

  @Test
  void theDamageIsSaidAndNeverSkippedOver() throws Exception {
    LiveCampaign campaign =
        LiveCampaign.run(
            TestPlan.threeNodes(5)
                .run("pull", "{powerCut: {node: 2, round: 2, slot: 0}}")
                .in(SharedCampaigns.folder("damaged-spool")),
            "",
            Optional.empty(),
            (session, testbed, broker, traces) ->
                new BadDisk(
                    VirtualTestbed.start(session, testbed, broker, traces), session.spool(2)));
    assertEquals(Verdict.INCOMPLETE, campaign.verdict().verdict(), campaign::toString);
    assertFalse(
        Traces.read(campaign.folder(), "*-n2-*.jsonl", Kind.SPOOL_DAMAGED).isEmpty(),
        campaign::toString);
    assertTrue(campaign.toString().contains("node 2"), campaign::toString);
  }
}
