package org.deltabed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.deltabed.agent.AgentLaunch;
import org.deltabed.checker.RunVerdict;
import org.deltabed.lab.campaign.Campaign;
import org.deltabed.lab.campaign.CampaignOptions;
import org.deltabed.lab.campaign.CampaignProgress;
import org.deltabed.lab.plan.PlanFile;

/**
 * {@code memory}: what agents have resident at the end of a campaign with all that belongs to it:
 * runs, a crash, a return as a new boot, the upload of all records.
 */
final class MemoryFigures implements Bench {

  private static final double MIB_MAX = 64;
  private static final long SETTLE_MS = 8_000;
  private static final double KIB_PER_MIB = 1024;

  /** Looks at the agents some seconds after the last run, when all of them are up and idle. */
  private static final class Look implements CampaignProgress {
    private List<ProcessMemory> agents = List.of();

    @Override
    public void phase(String what) {}

    @Override
    public void begin(int planned) {}

    @Override
    public void attempted(RunVerdict verdict, boolean willBeRepeated) {}

    @Override
    public void end() {
      try {
        Thread.sleep(SETTLE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      agents =
          ProcessHandle.current()
              .descendants()
              .filter(MemoryFigures::isAgent)
              .map(ProcessMemory::of)
              .toList();
    }
  }

  @Override
  public List<Figure> measure(Notes notes) throws IOException, InterruptedException {
    Path folder = ScratchFolder.create();
    Look look = new Look();
    try {
      Path plan = folder.resolve("plan.yaml");
      Files.writeString(plan, planText());
      CampaignOptions options =
          new CampaignOptions(folder.resolve("runs"), "memory", Optional.empty());
      new Campaign(PlanFile.load(plan), options, look).run();
    } finally {
      ScratchFolder.delete(folder);
    }
    return figures(look.agents);
  }

  private static String planText() {
    return """
      name: memory
      testbed: %s
      protocol: C2
      crashesMax: 4
      rounds: 7
      seed: 7
      expect: PASS
      proposals: random
      cases:
        - {name: nobody crashes, repeat: 3}
        - {name: power cut while idle, faults: [{powerCut: {node: 3, round: 2, slot: 0}}]}
        - {name: nobody crashes again, repeat: 4}
      """
        .formatted(DefaultWiring.file().toAbsolutePath().normalize());
  }

  private static boolean isAgent(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(" " + AgentLaunch.MAIN_CLASS + " ");
  }

  private static List<Figure> figures(List<ProcessMemory> agents) {
    if (agents.isEmpty()) {
      throw new IllegalStateException("no agents were running at the end of the campaign");
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(
        figure("agent, resident (VmRSS)", agents, ProcessMemory::rssKib)
            .target(Target.atMost(MIB_MAX)));
    figures.add(figure("its own (RssAnon)", agents, ProcessMemory::anonymousKib));
    figures.add(figure("of files, shared (RssFile)", agents, ProcessMemory::fileKib));
    figures.add(figure("most since its start (VmHWM)", agents, ProcessMemory::peakKib));
    return figures;
  }

  private static Figure figure(
      String name, List<ProcessMemory> agents, ToLongFunction<ProcessMemory> kib) {
    double[] mib =
        agents.stream().mapToDouble(agent -> kib.applyAsLong(agent) / KIB_PER_MIB).toArray();
    return Figure.of("memory", name, Spread.of(mib), "MiB");
  }
}
