package org.deltabed.lab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.Decision;
import org.deltabed.checker.Fault;
import org.deltabed.checker.Indication;
import org.deltabed.checker.PropertyFinding;
import org.deltabed.checker.Reason;
import org.deltabed.checker.RunState;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Suspicion;
import org.deltabed.checker.Verdict;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/**
 * A synthetic run in virtual time, with the records that agents and witness would write: each
 * process speaks in its slot of every round, with a message in the first one, and all decide at the
 * first round's end.
 */
final class RunFixture {
  final String id;
  final List<Suspicion> suspicions = new ArrayList<>();
  final List<CrashFinding> crashes = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();
  final List<Reason> reasons = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  final List<PropertyFinding> properties = new ArrayList<>();
  String caseName;
  Verdict verdict = Verdict.PASS;
  Verdict expect = Verdict.PASS;
  boolean counts = true;
  int attempt = 1;
  String repeats = "";
  String instance = "uc/beb";

  private final Timing timing;
  private final int n;
  private final int rounds;
  private final long startNs;
  private final Random random;
  private final TraceFixture witness;
  private final Map<Integer, TraceFixture> nodes = new TreeMap<>();
  private final Map<Integer, Integer> deadFrom = new TreeMap<>();
  private final Map<Integer, Set<Integer>> reach = new TreeMap<>();
  private final Map<Integer, Set<Integer>> suspected = new TreeMap<>();
  private final Map<Integer, Long> values = new TreeMap<>();
  private int delayedSlot = -1;
  private int delayedReceiver;
  long maxDelayNs;
  long timed;

  RunFixture(Testbed testbed, String id, String caseName, int rounds, int index) {
    this.id = id;
    this.caseName = caseName;
    this.timing = testbed.timing();
    this.n = testbed.n();
    this.rounds = rounds;
    this.startNs = 1_000_000_000_000L + index * 1_500_000_000L;
    this.random = new Random(index);
    this.witness = new TraceFixture(id, 0, n);
    for (int p = 1; p <= n; p++) {
      nodes.put(p, new TraceFixture(id, p, n));
      suspected.put(p, new TreeSet<>());
      values.put(p, 11L);
    }
  }

  /** A process dies in a slot of its own, after its frame has reached some. */
  RunFixture crash(int process, int round, Set<Integer> receivers, String fault) {
    int position = round * n + process - 1;
    deadFrom.put(process, position);
    reach.put(position, receivers);
    faults.add(Fault.of(fault, process, round + 1, process - 1));
    return this;
  }

  RunFixture delayed(int position, int receiver) {
    delayedSlot = position;
    delayedReceiver = receiver;
    return this;
  }

  RunFixture decides(int process, long value) {
    values.put(process, value);
    return this;
  }

  RunFixture simulate() {
    nodes.forEach(
        (p, trace) ->
            trace.add(
                Kind.RUN_START,
                startNs - 1_000_000,
                TraceFixture.START_ROUND,
                TraceRecord.NONE,
                0,
                startNs,
                0,
                "{\"protocol\":\"C2\"}"));
    for (int position = 0; position < rounds * n; position++) {
      slot(position);
    }
    return this;
  }

  private void slot(int position) {
    int sender = position % n + 1;
    long at = startNs + position * timing.slotNs();
    if (deadFrom.getOrDefault(sender, Integer.MAX_VALUE) >= position) {
      speak(position, sender, at);
    }
    if (Integer.valueOf(position).equals(deadFrom.get(sender))) {
      die(position, sender, at);
    }
    for (int receiver = 1; receiver <= n; receiver++) {
      if (receiver != sender && deadFrom.getOrDefault(receiver, Integer.MAX_VALUE) > position) {
        step(position, sender, receiver, at);
      }
    }
  }

  private void speak(int position, int sender, long at) {
    boolean message = position < n;
    if (message) {
      nodes.get(sender).hand(at - timing.slotNs() / 3, instance);
    }
    long composeNs = at + 60_000 + random.nextInt(60_000);
    nodes.get(sender).frame(Kind.SEND, composeNs, position, 0, composeNs, message ? 52 : 38);
    long endNs = composeNs + 500_000 + 38 * timing.byteNs();
    witness.frame(Kind.LINE, endNs, position, sender, composeNs + 400_000, endNs);
  }

  private void die(int position, int process, long at) {
    long aliveNs = at + timing.slotNs() / 2;
    long exitNs = aliveNs + timing.slotNs() / 3;
    String last = witness.frame(Kind.POWER_CUT, aliveNs, position, process, aliveNs, exitNs);
    String proof = witness.frame(Kind.EXIT, exitNs, position, process, 137, exitNs);
    crashes.add(
        new CrashFinding(
            process,
            process,
            aliveNs,
            exitNs,
            "alive when its power was cut " + last,
            "process exit seen " + proof));
  }

  private void step(int position, int sender, int receiver, long at) {
    TraceFixture trace = nodes.get(receiver);
    long arrivalNs = at + timing.arrivalDeadlineNs() - 700_000 + random.nextInt(500_000);
    long stepNs = at + timing.arrivalDeadlineNs() + random.nextInt(200_000);
    boolean alive = deadFrom.getOrDefault(sender, Integer.MAX_VALUE) > position;
    if (position == delayedSlot && receiver == delayedReceiver) {
      late(position, sender, receiver, at);
    } else if (alive || reach.getOrDefault(position, Set.of()).contains(receiver)) {
      trace.frame(Kind.FRAME, stepNs, position, sender, arrivalNs, position < n ? 52 : 38);
      if (position < n) {
        trace.add(Kind.ARRIVE, stepNs + 9_000, -1, -1, sender, 0, 0, "");
      }
      timed++;
      maxDelayNs = Math.max(maxDelayNs, stepNs - at + timing.cycleNs());
    } else {
      trace.frame(Kind.SILENCE, stepNs, position, sender, 0, 0);
      if (suspected.get(receiver).add(sender)) {
        suspect(position, sender, receiver, stepNs);
      }
    }
    if (position == n - 1 || (position == n - 2 && receiver == n)) {
      decide(position, receiver, stepNs + 20_000);
    }
  }

  private void suspect(int position, int sender, int receiver, long stepNs) {
    String ref =
        nodes
            .get(receiver)
            .event(stepNs + 15_000, "P", "\"event\":\"Crash\",\"process\":" + sender);
    CrashFinding crash =
        crashes.stream().filter(c -> c.process() == sender).findFirst().orElse(null);
    suspicions.add(
        new Suspicion(
            receiver,
            sender,
            position,
            stepNs + 15_000,
            crash == null ? -1 : stepNs + 15_000 - crash.lastSignNs(),
            crash == null ? 0 : stepNs + 15_000 - crash.firstProofNs(),
            ref));
  }

  private void decide(int position, int process, long timeNs) {
    long value = values.get(process);
    String ref =
        nodes
            .get(process)
            .event(timeNs, "uc", "\"event\":\"Decide\",\"value\":{\"Num\":" + value + "}");
    decisions.add(new Decision(process, Long.toString(value), position, timeNs, ref));
  }

  private void late(int position, int sender, int receiver, long at) {
    long arrivalNs = at + timing.slotNs() * 3 / 2;
    long excessNs = arrivalNs - at - timing.arrivalDeadlineNs();
    witness.frame(
        Kind.LINE_FAULT,
        at + timing.slotNs() / 4,
        position,
        sender,
        0,
        0,
        "{\"fault\":\"delay\",\"delayUs\":60000}");
    String ref =
        nodes.get(receiver).frame(Kind.LATE, arrivalNs, position, sender, arrivalNs, excessNs);
    verdict = Verdict.BOUND_BROKEN;
    reasons.add(
        new Reason(
            Verdict.BOUND_BROKEN,
            "late frame",
            receiver,
            position / n + 1,
            position % n,
            arrivalNs,
            excessNs,
            "node " + receiver + " got the frame of p" + sender + " after its slot's deadline",
            ref));
  }

  void write(Path traces) throws IOException {
    witness.write(traces);
    for (TraceFixture node : nodes.values()) {
      node.write(traces);
    }
  }

  CampaignRun attempted() {
    var boots = new TreeMap<Integer, Integer>();
    var proposals = new TreeMap<Integer, Long>();
    for (int p = 1; p <= n; p++) {
      boots.put(p, 1);
      proposals.put(p, 10L + p);
    }
    return new CampaignRun(
        id,
        caseName,
        attempt,
        repeats,
        TraceFixture.START_ROUND,
        rounds,
        "00112233445566aa",
        boots,
        proposals,
        faults,
        expect,
        RunState.COMPLETE,
        "");
  }

  private static Indication indication(Decision d) {
    return new Indication(d.process(), "Decide", d.value(), d.slot(), d.timeNs(), d.ref());
  }

  RunVerdict judged() {
    long last = decisions.stream().mapToLong(Decision::timeNs).max().orElse(startNs - 1);
    long slots = decisions.stream().mapToLong(Decision::slot).max().orElse(-2) + 1;
    return new RunVerdict(
        id,
        caseName,
        attempt,
        repeats,
        counts,
        verdict,
        expect,
        startNs,
        crashes,
        decisions,
        slots,
        last - startNs,
        decisions.stream().map(RunFixture::indication).toList(),
        suspicions,
        maxDelayNs,
        null,
        timed,
        verdict == Verdict.BOUND_BROKEN ? 1 : 0,
        properties,
        List.of(),
        reasons);
  }
}
