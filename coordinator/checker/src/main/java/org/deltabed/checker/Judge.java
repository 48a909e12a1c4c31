package org.deltabed.checker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;

/**
 * Judges a campaign from its run folder alone: {@code campaign.json}, {@code wiring.json}, {@code
 * versions.json} and {@code trace/*.jsonl}. The same folder always gives the same verdict.
 */
public final class Judge {
  private final RunFolder folder;
  private final Protocol protocol;
  private final ClockOffsets clocks;
  private final LaterBoots laterBoots = new LaterBoots();
  private final Reasons reasons = new Reasons();
  private final Completeness numbers = new Completeness(reasons);
  private long hiccups;
  private long hiccupMaxNs;

  private Judge(RunFolder folder) {
    this.folder = folder;
    this.clocks = ClockOffsets.of(folder);
    this.protocol = protocol(folder.campaign());
  }

  /**
   * Reads and judges; writes nothing.
   *
   * @throws BadEvidence when a file is missing or malformed, naming file and line
   */
  public static CampaignVerdict judge(Path runFolder) {
    return new Judge(RunFolder.open(runFolder)).judge();
  }

  /** A variant is judged by the properties of what it is a mistaken form of. */
  private static Protocol protocol(Campaign campaign) {
    try {
      return Catalogue.find(campaign.protocol());
    } catch (IllegalArgumentException e) {
      throw new BadEvidence(CampaignFile.NAME, 0, e.getMessage());
    }
  }

  private CampaignVerdict judge() {
    Campaign campaign = folder.campaign();
    WitnessTrace idleWitness = idle();
    List<RunJudge.Pending> pending = new ArrayList<>();
    for (CampaignRun run : campaign.runs()) {
      RunTrace trace = RunTrace.read(run, folder, clocks);
      trace.nodes().values().forEach(numbers::add);
      trace.foreign().forEach(numbers::add);
      witness(trace.witness());
      pending.add(
          RunJudge.judge(trace, protocol, campaign, clocks, new Outside(idleWitness, laterBoots)));
    }
    unknownRuns();
    numbers.check();
    List<RunJudge.Judged> judged = pending.stream().map(run -> run.finish(numbers)).toList();
    return new CampaignSummary(folder, judged, reasons, new HostHiccups(hiccups, hiccupMaxNs))
        .verdict();
  }

  /**
   * What happened outside of runs: boots, damaged spools, and the witness's view between runs,
   * which may be null.
   */
  private WitnessTrace idle() {
    WitnessTrace witness = null;
    for (TraceFile file : folder.tracesOf("")) {
      if (file.isWitness()) {
        witness = WitnessTrace.read(file);
        witness(witness);
      } else {
        NodeTrace node = NodeTrace.read(file, clocks.of(file.node(), file.boot()).offset());
        numbers.add(node);
        laterBoots.add(node);
      }
    }
    return witness;
  }

  private void witness(WitnessTrace trace) {
    if (trace != null) {
      numbers.add(trace);
      hiccups += trace.hiccups;
      hiccupMaxNs = Math.max(hiccupMaxNs, trace.hiccupMaxNs);
    }
  }

  /** Also where the lab was stopped: the run that it was making is in no list yet. */
  private void unknownRuns() {
    Set<String> known = new HashSet<>(Set.of(""));
    folder.campaign().runs().forEach(run -> known.add(run.id()));
    Map<String, List<TraceFile>> unknown =
        folder.traces().stream()
            .filter(file -> !known.contains(file.run()))
            .collect(Collectors.groupingBy(TraceFile::run, TreeMap::new, Collectors.toList()));
    unknown.forEach(
        (run, files) -> {
          String text =
              "run %s is not in %s, but has %d trace files: it was being made when the lab stopped"
                  .formatted(run, CampaignFile.NAME, files.size());
          reasons.add(Verdict.INCOMPLETE, "unknown run", 0, text, files.getFirst().name());
        });
  }
}
