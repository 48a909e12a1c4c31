package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.Kind;

/** One run of the fixture, slot by slot. */
final class FixtureRun {
  private static final long FRAME_NS = 400_000;

  private final CampaignFixture campaign;
  private final Protocol protocol;
  private final int startRound;
  private final List<Pull> pulls;
  private final List<FixtureProcess> processes = new ArrayList<>();
  private final int n;
  private final List<Fault> faults;
  private long startNs;

  FixtureRun(
      CampaignFixture campaign,
      Protocol protocol,
      int startRound,
      List<Fault> faults,
      List<Pull> pulls) {
    this.faults = faults;
    this.campaign = campaign;
    this.protocol = protocol;
    this.startRound = startRound;
    this.pulls = pulls;
    this.n = campaign.n;
  }

  void play(Map<Integer, Long> proposals) {
    startNs = campaign.nowNs + campaign.timing.cycleNs();
    campaign.startNs = startNs;
    // The round before the run: the witness sees everybody.
    for (int p = 1; p <= n; p++) {
      line(p, startNs + (p - 1 - n) * campaign.timing.slotNs());
    }
    for (int p = 1; p <= n; p++) {
      int node = CampaignFixture.node(p);
      var process =
          new FixtureProcess(p, node, campaign.boots.get(node), n, f(), protocol, campaign.traces);
      process.endsAtDecide =
          pulls.stream().anyMatch(pull -> pull.afterDecide() && pull.process() == process.process);
      process.at(startRound, 0, startNs + 1000);
      process.record(Kind.RUN_START, 0, startNs, 0, told(node));
      process.stack.init();
      process.requests =
          protocol.workload().requests(p, n, new Num(proposals.get(p)), campaign.requestsEach);
      processes.add(process);
      dieIfEnding(process, startNs + 2000);
    }
    int slots = campaign.rounds * n;
    for (int slot = 0; slot < slots; slot++) {
      slot(slot);
    }
    campaign.nowNs = startNs + slots * campaign.timing.slotNs();
    for (FixtureProcess process : processes) {
      if (process.alive) {
        end(process, slots - 1);
      }
    }
  }

  /** What a node says it was told. */
  private String told(int node) {
    String run = "{\"run\":\"" + campaign.traces.run + '"';
    return faults.stream()
        .filter(fault -> fault.kind().equals(Fault.BYZANTINE) && fault.node() == node)
        .map(fault -> run + ",\"byzantine\":\"" + fault.parameters().get("behaviour") + "\"}")
        .findFirst()
        .orElse(run + "}");
  }

  /** Where processes only crash, all but one may. */
  private int f() {
    return protocol.model().isByzantine() ? campaign.crashesMax : n - 1;
  }

  private void end(FixtureProcess process, int slot) {
    process.at(startRound + slot / n, slot % n, campaign.nowNs);
    String file = Traces.name(campaign.traces.run, process.node, process.boot);
    process.record(Kind.RUN_END, 0, campaign.traces.file(file).size() + 1L, 0, "");
  }

  private void slot(int slot) {
    long beginNs = startNs + slot * campaign.timing.slotNs();
    if (slot % n == 0) {
      processes.forEach(process -> ask(process, slot / n, beginNs + 1000));
    }
    FixtureProcess owner = processes.get(slot % n);
    Pull own = pull(owner.process, slot);
    List<FixtureProcess.Message> payload = List.of();
    boolean sent =
        owner.alive && !(own != null && own.receivers() != null && own.receivers().isEmpty());
    if (sent) {
      payload = List.copyOf(owner.outbox);
      owner.outbox.clear();
      owner.at(startRound + slot / n, slot % n, beginNs + 10_000);
      owner.record(Kind.SEND, 0, beginNs + 10_000, 60, "");
      line(owner.process, beginNs);
    }
    for (Pull pull : pulls) {
      if (!pull.afterDecide() && pull.slot() == slot) {
        die(pull, beginNs + 1_000_000);
      }
    }
    for (FixtureProcess process : processes) {
      if (process.alive) {
        boolean heard =
            sent
                && (own == null
                    || own.receivers() == null
                    || own.receivers().contains(process.process));
        step(process, owner, heard, payload, slot, beginNs);
      }
    }
  }

  private void ask(FixtureProcess process, int cycle, long timeNs) {
    if (process.alive && cycle < process.requests.size()) {
      process.at(startRound + cycle, 0, timeNs);
      process.stack.request(protocol.top(), process.requests.get(cycle));
      dieIfEnding(process, timeNs + 1000);
    }
  }

  private void step(
      FixtureProcess process,
      FixtureProcess owner,
      boolean heard,
      List<FixtureProcess.Message> payload,
      int slot,
      long beginNs) {
    long stepNs = beginNs + campaign.timing.arrivalDeadlineNs() + 50_000L * process.process;
    process.at(startRound + slot / n, slot % n, stepNs);
    if (process == owner) {
      process.take(owner.process, payload);
    } else if (heard) {
      process.record(Kind.FRAME, owner.process, beginNs + FRAME_NS, 60, "");
      process.take(owner.process, payload);
    } else {
      process.record(Kind.SILENCE, owner.process, 0, 0, "");
      process.stack.silence(owner.process);
    }
    if (slot % n == n - 1) {
      process.stack.cycleEnd();
    }
    if (!dieIfEnding(process, stepNs + 1000)) {
      witness(
          Kind.PIN,
          stepNs + 1000,
          process.process,
          slot % 2,
          0,
          "{\"pin\":\"node" + process.process + ".alive\"}");
    }
  }

  private boolean dieIfEnding(FixtureProcess process, long timeNs) {
    if (process.ending) {
      die(
          pulls.stream()
              .filter(pull -> pull.process() == process.process)
              .findFirst()
              .orElseThrow(),
          timeNs);
    }
    return process.ending;
  }

  private Pull pull(int process, int slot) {
    return pulls.stream()
        .filter(pull -> pull.process() == process && pull.slot() == slot)
        .findFirst()
        .orElse(null);
  }

  private void die(Pull pull, long timeNs) {
    processes.get(pull.process() - 1).alive = false;
    if (pull.means().equals(CrashMeans.CRASH_PIN)) {
      witness(
          Kind.PIN, timeNs, pull.process(), 1, 0, "{\"pin\":\"node" + pull.process() + ".crash\"}");
    }
    if (pull.means().equals(Pull.PAUSE)) {
      pause(pull, timeNs);
      return;
    }
    long seenNs = timeNs + 300_000;
    if (pull.means().equals(CrashMeans.POWER_CUT)) {
      witness(Kind.POWER_CUT, seenNs, pull.process(), timeNs, seenNs, "");
    }
    witness(Kind.EXIT, seenNs, pull.process(), pull.exitCode(), seenNs, "");
  }

  private void pause(Pull pull, long timeNs) {
    long resumedNs = timeNs + 2 * campaign.timing.cycleNs();
    FixtureProcess process = processes.get(pull.process() - 1);
    process.at(startRound + pull.slot() / n, pull.slot() % n, resumedNs);
    long excessNs = resumedNs - timeNs + 1_000_000 - campaign.timing.stepDeadlineNs();
    process.record(Kind.OVERRUN, 0, excessNs, 0, "");
    process.record(Kind.HALT, 0, 0, 0, "{\"reason\":\"overrun\"}");
    witness(Kind.PAUSE, timeNs, pull.process(), 0, 0, "");
    witness(Kind.RESUME, resumedNs, pull.process(), 0, 0, "");
    witness(Kind.EXIT, resumedNs + 1000, pull.process(), pull.exitCode(), resumedNs + 1000, "");
  }

  private void line(int process, long beginNs) {
    witness(Kind.LINE, beginNs + FRAME_NS, process, beginNs + 20_000, beginNs + FRAME_NS, "");
  }

  private void witness(Kind kind, long timeNs, int peer, long a, long b, String data) {
    campaign.traces.add(0, 1, kind, timeNs, -1, -1, peer, a, b, data);
  }
}
