package org.deltabed.simulator.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignFile;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.Fault;
import org.deltabed.checker.RunState;
import org.deltabed.checker.Verdict;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.trace.JsonLinesWriter;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * A run in slots as the folder of a campaign that made this run alone: the same records as the
 * lab's, so that the checker and the report cannot tell which they read. Virtual time, no date: the
 * same schedule gives the same bytes.
 */
public final class Trace {
  private static final long US = 1_000;
  private static final String SESSION = "0000000000000000";
  private static final String NO_DATE = "1970-01-01T00:00:00Z";

  private Trace() {}

  /** A testbed of n nodes for runs that no file describes. */
  public static Testbed testbed(int n) {
    List<NodeSpec> nodes =
        IntStream.rangeClosed(1, n)
            .mapToObj(
                p -> new NodeSpec(p, "node" + p, p - 1, NodeSpec.VIRTUAL, Map.of(), "process"))
            .toList();
    return new Testbed(
        "simulated-" + n,
        nodes,
        new BusSpec(1_000_000, 96, Math.max(1, n - 1), 20 * US, 2_000 * US, 1_000 * US, true),
        new ClockSpec(500 * US, 100, true),
        new BrokerSpec(true, "127.0.0.1", 0, false));
  }

  /**
   * Writes the folder.
   *
   * @param execution of a {@link LockstepSchedule} whose values are whole numbers
   * @param testbed gives times and names; its clocks agree here
   * @param folder its {@code trace} must not be there yet
   * @throws IllegalArgumentException if a testbed could not run this
   */
  public static void write(Execution execution, Testbed testbed, Path folder) throws IOException {
    if (!(execution.schedule() instanceof LockstepSchedule schedule)) {
      throw new IllegalArgumentException("only a run in slots has the records of a testbed");
    }
    if (!schedule.harms().isEmpty()) {
      throw new IllegalArgumentException(
          "the records of a testbed whose bus loses or repeats frames say that its bound is broken");
    }
    if (testbed.n() != schedule.setting().n()) {
      throw new IllegalArgumentException(
          "a testbed of " + testbed.n() + " nodes for n=" + schedule.setting().n());
    }
    Testbed agreeing = testbed.withSharedClock();
    TracedRun run = new TracedRun(execution, agreeing);
    List<Scribe> scribes = run.scribes();
    Files.createDirectories(folder);
    Path traces = Files.createDirectory(folder.resolve("trace"));
    Files.writeString(folder.resolve("wiring.json"), agreeing.toJson());
    Files.writeString(folder.resolve("versions.json"), "{\"testbed\":\"simulator\"}\n");
    ScheduleFile.write(folder.resolve("schedule.json"), schedule);
    CampaignFile.write(folder, campaign(execution, schedule, agreeing, run));
    for (Scribe scribe : scribes) {
      for (Map.Entry<String, List<TraceRecord>> file : scribe.files().entrySet()) {
        try (JsonLinesWriter writer = new JsonLinesWriter(traces.resolve(file.getKey()))) {
          for (TraceRecord record : file.getValue()) {
            writer.write(record);
          }
        }
      }
    }
  }

  private static Campaign campaign(
      Execution execution, LockstepSchedule schedule, Testbed testbed, TracedRun run) {
    Setting setting = schedule.setting();
    SortedMap<Integer, Integer> boots = new TreeMap<>();
    SortedMap<Integer, Long> proposals = new TreeMap<>();
    for (int p = 1; p <= setting.n(); p++) {
      boots.put(testbed.node(p).id(), 1);
      proposals.put(p, run.proposal(p));
    }
    List<Fault> faults = new ArrayList<>();
    schedule.crashes().forEach(crash -> faults.add(fault(crash, testbed)));
    Verdict expect = execution.broken().isEmpty() ? Verdict.PASS : Verdict.VIOLATED;
    CampaignRun only =
        new CampaignRun(
            TracedRun.ID,
            "schedule",
            1,
            "",
            TracedRun.START_ROUND,
            schedule.cycles(),
            TracedRun.NONCE,
            boots,
            proposals,
            faults,
            expect,
            RunState.COMPLETE,
            "");
    return new Campaign(
        Campaign.SCHEMA,
        "simulated",
        setting.name(),
        SESSION,
        0,
        setting.protocolId(),
        setting.variant(),
        setting.f(),
        setting.requestsEach(),
        expect,
        NO_DATE,
        null,
        true,
        List.of(only));
  }

  /** As a plan would say it: nodes by their ids, rounds from 1. */
  private static Fault fault(Crash crash, Testbed testbed) {
    int n = testbed.n();
    int node = testbed.node(crash.process()).id();
    int round = crash.slot() / n + 1;
    if (crash.slot() % n != crash.process() - 1) {
      return Fault.of("powerCut", node, round, crash.slot() % n);
    }
    List<Integer> order =
        SubFrames.order(crash.reached(), crash.process(), n).stream()
            .map(p -> testbed.node(p).id())
            .toList();
    return new Fault(
        "crashPoint",
        node,
        round,
        -1,
        Map.of("afterSubFrames", crash.reached().size(), "order", order));
  }
}
