package org.deltabed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignFile;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.RunState;
import org.deltabed.checker.Verdict;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.Spool;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/**
 * A long campaign in which nobody crashes, made in virtual time: the real protocol on a perfect
 * bus, with the records that five nodes would keep in their spools and the witness in its files.
 * Like every campaign it judges to PASS, and judging it is the whole work.
 */
final class MadeCampaign {

  private static final int RUNS = 60;
  private static final int ROUNDS = 300;
  private static final int ROUNDS_BETWEEN = 5;
  private static final long FIRST_NS = 1_000_000_000;
  private static final long FRAME_LINE_NS = 390_000;
  private static final long STEP_LATENESS_NS = 60_000;

  private final Testbed testbed;
  private final Timing timing;
  private final Protocol protocol = Catalogue.find("C2");
  private final List<MadeProcess> processes = new ArrayList<>();
  private final List<CampaignRun> runs = new ArrayList<>();
  private final MadeWitness witness;

  private MadeCampaign(Testbed testbed, List<Spool> spools, Path traces) {
    this.testbed = testbed;
    timing = testbed.timing();
    witness = new MadeWitness(traces);
    for (int p = 1; p <= testbed.n(); p++) {
      processes.add(new MadeProcess(p, testbed.n(), spools.get(p - 1)));
    }
  }

  /**
   * Fills the spools, one for each process in their order, and the run folder with all but the
   * nodes' traces.
   *
   * @return the records of the witness
   */
  static long make(Testbed testbed, String session, List<Spool> spools, Path folder)
      throws IOException {
    Path traces = Files.createDirectories(folder.resolve("trace"));
    MadeCampaign made = new MadeCampaign(testbed, spools, traces);
    made.play();
    Files.writeString(folder.resolve("wiring.json"), testbed.toJson());
    CampaignFile.write(folder, made.campaign(session));
    return made.witness.records();
  }

  private Campaign campaign(String session) {
    return new Campaign(
        Campaign.SCHEMA,
        "bench",
        "bench",
        session,
        7,
        protocol.id(),
        "",
        testbed.n() - 1,
        1,
        Verdict.PASS,
        "2026-11-20T00:00:00Z",
        null,
        true,
        runs);
  }

  private void play() throws IOException {
    for (MadeProcess process : processes) {
      process.at(-1, -1, FIRST_NS);
      process.boot();
    }
    for (int i = 0; i < RUNS; i++) {
      run("r%03d".formatted(i + 1), 10 + i * (ROUNDS + ROUNDS_BETWEEN));
    }
  }

  private void run(String id, int startRound) throws IOException {
    long startNs = FIRST_NS + startRound * timing.cycleNs();
    SortedMap<Integer, Integer> boots = new TreeMap<>();
    SortedMap<Integer, Long> proposals = new TreeMap<>();
    witness.begin(id);
    for (int p = 1; p <= processes.size(); p++) { // the round before, in which all are seen
      long beginNs = startNs + (p - 1 - testbed.n()) * timing.slotNs();
      witness.line(p, startRound - 1, beginNs, beginNs + FRAME_LINE_NS);
    }
    for (int p = 1; p <= processes.size(); p++) {
      boots.put(testbed.node(p).id(), 1);
      proposals.put(p, startRound * 10L + p);
      processes.get(p - 1).at(startRound, 0, startNs + 1_000);
      processes.get(p - 1).begin(id, protocol, startNs, proposals.get(p));
    }
    int slots = ROUNDS * testbed.n();
    for (int slot = 0; slot < slots; slot++) {
      slot(startRound + slot / testbed.n(), slot % testbed.n(), startNs + slot * timing.slotNs());
    }
    long endNs = startNs + slots * timing.slotNs();
    for (MadeProcess process : processes) {
      process.at(startRound + ROUNDS - 1, testbed.n() - 1, endNs);
      process.end();
    }
    witness.end(endNs + timing.slotNs());
    runs.add(runEntry(id, startRound, boots, proposals));
  }

  private void slot(int round, int slot, long beginNs) throws IOException {
    MadeProcess owner = processes.get(slot);
    owner.at(round, slot, beginNs + STEP_LATENESS_NS);
    List<MadeProcess.Message> payload = owner.compose();
    long onLineNs = beginNs + testbed.bus().turnaroundNs();
    long arrivalNs = onLineNs + FRAME_LINE_NS;
    witness.line(slot + 1, round, onLineNs, arrivalNs);
    long stepNs = beginNs + timing.arrivalDeadlineNs() + STEP_LATENESS_NS;
    for (int p = 1; p <= processes.size(); p++) {
      MadeProcess process = processes.get(p - 1);
      process.at(round, slot, stepNs + p * 1_000L);
      process.deliver(slot + 1, arrivalNs, payload);
      if (slot == processes.size() - 1) {
        process.correct();
      }
      witness.alive(p, slot, stepNs + p * 1_000L + 500);
    }
  }

  private static CampaignRun runEntry(
      String id, int startRound, Map<Integer, Integer> boots, Map<Integer, Long> proposals) {
    return new CampaignRun(
        id,
        "nobody crashes",
        1,
        "",
        startRound,
        ROUNDS,
        "0000000000000000",
        new TreeMap<>(boots),
        new TreeMap<>(proposals),
        List.of(),
        Verdict.PASS,
        RunState.COMPLETE,
        "");
  }
}
