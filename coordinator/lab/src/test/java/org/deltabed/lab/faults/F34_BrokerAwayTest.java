package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltabed.checker.Fault;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.campaign.LiveTestbed;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.Mosquitto;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.lab.testing.Traces;
import org.deltabed.lab.testing.WrappedTestbed;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

/**
 * F34: Mosquitto dies by SIGKILL in the midst of a run and is away for 10 s, longer than the run.
 * The verdict is the same, and no record is lost or doubled.
 */
class F34_BrokerAwayTest {

  private static final long IN_MID_RUN_MS = 700;
  private static final long AWAY_MS = 10_000;

  /** Takes the broker away when the second run has begun, once. */
  private static final class Outage extends WrappedTestbed {
    private final Mosquitto mosquitto;
    private final AtomicInteger runs;

    Outage(LiveTestbed live, Mosquitto mosquitto, AtomicInteger runs) {
      super(live);
      this.mosquitto = mosquitto;
      this.runs = runs;
    }

    @Override
    public void arm(List<Fault> faults) throws IOException {
      super.arm(faults);
      if (runs.incrementAndGet() == 2) {
        Thread.ofPlatform().daemon().name("outage").start(this::takeAway);
      }
    }

    private void takeAway() {
      try {
        Thread.sleep(IN_MID_RUN_MS);
        mosquitto.kill();
        Thread.sleep(AWAY_MS);
        mosquitto.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void noRecordIsLostOrDoubled() throws Exception {
    Path folder = SharedCampaigns.folder("broker-away");
    AtomicInteger runs = new AtomicInteger();
    try (Mosquitto mosquitto = Mosquitto.start(folder)) {
      LiveCampaign campaign =
          LiveCampaign.run(
              TestPlan.threeNodes(20)
                  .run("before", "")
                  .run("meanwhile", "{powerCut: {node: 3, round: 12, slot: 0}}")
                  .run("after", "")
                  .in(folder),
              "",
              Optional.of(mosquitto.address()),
              (session, testbed, broker, traces) ->
                  new Outage(
                      VirtualTestbed.start(session, testbed, broker, traces), mosquitto, runs));
      assertEquals(Verdict.PASS, campaign.verdict().verdict(), campaign::toString);
      assertTrue(runs.get() >= 3, "runs: " + runs);
      everyNumberOnce(campaign.folder());
    }
  }

  private static void everyNumberOnce(Path campaign) throws IOException {
    Map<String, Set<Long>> seen = new HashMap<>();
    for (TraceRecord record : Traces.read(campaign, "*-n*.jsonl")) {
      String boot = "node " + record.node() + " boot " + record.boot();
      Set<Long> numbers = seen.computeIfAbsent(boot, _ -> new HashSet<>());
      assertTrue(numbers.add(record.seq()), boot + " has " + record.seq() + " twice");
    }
    assertFalse(seen.isEmpty());
    seen.forEach(
        (boot, numbers) -> {
          long last = numbers.stream().mapToLong(Long::longValue).max().orElseThrow();
          assertEquals(last + 1, numbers.size(), boot + " has gaps");
        });
  }
}
