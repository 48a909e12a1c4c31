package org.deltabed.checker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Testbed;

/**
 * Judges one run whose records never were in files, as a simulator makes them by the thousand. The
 * verdict is that of {@link Judge} on a folder that holds this run alone; references name the files
 * that the records would be in.
 */
public final class MemoryJudge {
  /** Whose file a record would be in. */
  private record Source(String run, int node, int boot) {
    /** A witness's file holds all of its boots. */
    static Source of(TraceRecord record) {
      return new Source(record.run(), record.node(), record.node() == 0 ? 0 : record.boot());
    }

    TraceFile file() {
      String ofRun = run.isEmpty() ? "idle" : run;
      String plain = ofRun + (node == 0 ? "-lab" : "-n" + node + "-b" + boot) + TraceFile.ENDING;
      return new TraceFile(Path.of(plain), TraceFile.FOLDER + "/" + plain, run, node, boot);
    }
  }

  private final Completeness numbers = new Completeness(new Reasons());
  private final List<TraceReading.Listener> ofRun = new ArrayList<>();
  private WitnessTrace idleWitness;

  private MemoryJudge() {}

  /**
   * Reads and judges.
   *
   * @param campaign with this run alone
   * @param records those of the run and those outside of it; of one node and boot in the order of
   *     their numbers
   */
  public static RunVerdict judge(Campaign campaign, Testbed testbed, List<TraceRecord> records) {
    MemoryJudge judge = new MemoryJudge();
    Map<Source, List<TraceRecord>> sources =
        records.stream()
            .collect(Collectors.groupingBy(Source::of, LinkedHashMap::new, Collectors.toList()));
    sources.forEach(judge::take);
    judge.numbers.check();
    RunTrace trace = RunTrace.of(campaign.runs().getFirst(), testbed, judge.ofRun);
    return RunJudge.judge(
            trace,
            Catalogue.find(campaign.protocol()),
            campaign,
            ClockOffsets.shared(),
            new Outside(judge.idleWitness, new LaterBoots()))
        .finish(judge.numbers)
        .verdict();
  }

  private void take(Source source, List<TraceRecord> records) {
    boolean idle = source.run().isEmpty();
    if (source.node() == 0) {
      WitnessTrace witness = WitnessTrace.of(source.file(), records);
      numbers.add(witness);
      idleWitness = idle ? witness : idleWitness;
      ofRun.addAll(idle ? List.of() : List.of(witness));
    } else {
      NodeTrace node = NodeTrace.of(source.file(), records);
      numbers.add(node);
      ofRun.addAll(idle ? List.of() : List.of(node));
    }
  }
}
