package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which nodes crashed in a run, by what the witness saw and by nothing else: interval from the last
 * sign of life to the first proof of death.
 */
final class Crashes {
  /**
   * A crash in the run.
   *
   * @param finding the evidence
   * @param means every means that a proof speaks of, in order
   */
  record Crash(CrashFinding finding, Set<String> means) {}

  private final Map<Integer, Crash> byProcess = new TreeMap<>();
  private final RunTrace trace;
  private final List<WitnessTrace> witnesses;
  private final LaterBoots laterBoots;

  Crashes(RunTrace trace, Outside outside) {
    this.trace = trace;
    this.laterBoots = outside.boots();
    this.witnesses =
        Stream.of(trace.witness(), outside.witness()).filter(witness -> witness != null).toList();
  }

  /** Looks for the crash of each process; what is wanting goes to {@code reasons}. */
  void find(Reasons reasons) {
    for (int process : trace.processes()) {
      List<WitnessTrace.Proof> proofs = proofs(process);
      if (!proofs.isEmpty()) {
        find(process, proofs, reasons);
      } else if (trace.ended(process) && trace.witness() != null) {
        senseLies(process, reasons);
      }
    }
  }

  boolean crashed(int process) {
    return byProcess.containsKey(process);
  }

  /**
   * Whether nobody can say what became of it: the lab gave the run up, the process did not come to
   * its end, and the witness's records break off, because the lab itself has died (F39).
   */
  boolean unseen(int process) {
    boolean witnessed = trace.witness() != null && trace.witness().ended;
    return trace.run().state() == RunState.ABORTED
        && !witnessed
        && !crashed(process)
        && !trace.ended(process);
  }

  /** Whether there is proof that its power was gone. */
  boolean lostPower(int process) {
    Crash crash = byProcess.get(process);
    return crash != null
        && (crash.means().contains(CrashMeans.POWER_CUT)
            || crash.means().contains(CrashMeans.SENSE));
  }

  CrashFinding of(int process) {
    return byProcess.get(process).finding();
  }

  Map<Integer, Crash> byProcess() {
    return byProcess;
  }

  List<CrashFinding> findings() {
    return byProcess.values().stream()
        .map(Crash::finding)
        .sorted(Comparator.comparingLong(CrashFinding::lastSignNs))
        .toList();
  }

  /**
   * Whether a witness saw a sign of life of this boot after a time. An ALIVE edge does not say
   * whose boot it was: where there is a later one, it may be that one's.
   */
  boolean aliveAfter(int process, long timeNs) {
    if (!seesEnd(process) && laterBoots.any(trace.nodeId(process), boot(process))) {
      return false;
    }
    return witnesses.stream()
        .map(witness -> witness.lastSign(process, boot(process), Long.MAX_VALUE))
        .anyMatch(sign -> sign != null && sign.timeNs() > timeNs);
  }

  /** Whether the witness sees the end of the node's program itself. */
  private boolean seesEnd(int process) {
    return trace.testbed().node(process).power().by().equals("process");
  }

  private int boot(int process) {
    return trace.run().boots().get(trace.nodeId(process));
  }

  /** Proofs of this boot's death within the run, in the order of time. */
  private List<WitnessTrace.Proof> proofs(int process) {
    if (trace.ended(process)) {
      return List.of();
    }
    long fromNs = fromNs(process);
    WitnessTrace witness = trace.witness();
    List<WitnessTrace.Proof> seen =
        witness == null ? List.of() : inOrder(fromNs, witness.proofs(process).stream());
    if (seen.isEmpty()) {
      return inOrder(fromNs, laterBoot(process, fromNs));
    }
    // What comes after the next start is about another boot.
    long untilNs = witness.nextPowerOnNs(process, seen.getFirst().timeNs());
    return seen.stream().filter(proof -> proof.timeNs() <= untilNs).toList();
  }

  private static List<WitnessTrace.Proof> inOrder(long fromNs, Stream<WitnessTrace.Proof> proofs) {
    return proofs
        .filter(proof -> proof.timeNs() >= fromNs)
        .sorted(Comparator.comparingLong(WitnessTrace.Proof::timeNs))
        .toList();
  }

  /** The earliest time at which the process may have begun the run. */
  private long fromNs(int process) {
    NodeTrace node = trace.nodes().get(process);
    if (node == null || node.runStart == null) {
      return trace.time().startNs();
    }
    long beganNs = node.runStart.timeNs();
    return node.clock.known()
        ? Durations.between(node.clock.uncertaintyNs(beganNs), beganNs)
        : Long.MIN_VALUE;
  }

  /**
   * The latest proof that there can be, where nobody could see the death itself. The end of a
   * process is seen.
   */
  private Stream<WitnessTrace.Proof> laterBoot(int process, long fromNs) {
    List<WitnessTrace.Proof> proofs = new ArrayList<>();
    if (seesEnd(process)) {
      return proofs.stream();
    }
    if (trace.witness() != null) {
      trace.witness().laterBoot(process, boot(process), fromNs).ifPresent(proofs::add);
    }
    LaterBoots.Began next = laterBoots.after(trace.nodeId(process), boot(process));
    if (next != null) {
      String ref = next.seen().ref();
      String what = "a later boot of the node (" + ref + ")";
      proofs.add(new WitnessTrace.Proof(next.latestNs(), 0, CrashMeans.NEW_BOOT, what, ref));
    }
    return proofs.stream();
  }

  private void find(int process, List<WitnessTrace.Proof> proofs, Reasons reasons) {
    WitnessTrace.Proof first = proofs.getFirst();
    WitnessTrace.Sign last = lastSign(process, proofs);
    if (last == null) {
      reasons.add(
          new Reason(
              Verdict.INCOMPLETE,
              "no sign of life",
              trace.nodeId(process),
              0,
              -1,
              first.timeNs(),
              0,
              "no witness saw " + trace.name(process) + " alive before its " + first.what(),
              first.ref()));
      return;
    }
    Set<String> means = new TreeSet<>();
    proofs.forEach(proof -> means.add(proof.means()));
    CrashFinding finding =
        new CrashFinding(
            trace.nodeId(process),
            process,
            last.timeNs(),
            first.timeNs(),
            last.what(),
            first.what());
    byProcess.put(process, new Crash(finding, means));
    contradiction(process, finding, reasons);
    if (first.means().equals(CrashMeans.SENSE)) {
      speaksOn(process, finding, reasons);
    }
  }

  /** A node that ends its run had power until then. */
  private void senseLies(int process, Reasons reasons) {
    long endNs = trace.nodes().get(process).runEnd.timeNs();
    long untilNs = Durations.between(trace.uncertaintyNs(process, endNs), endNs);
    trace.witness().proofs(process).stream()
        .filter(proof -> proof.means().equals(CrashMeans.SENSE))
        .filter(proof -> proof.timeNs() >= fromNs(process) && proof.timeNs() < untilNs)
        .findFirst()
        .ifPresent(
            proof -> {
              String text =
                  trace.name(process)
                      + " has all of its run, but in it: "
                      + proof.what()
                      + ". Has the SENSE wire come off?";
              reasons.add(
                  Verdict.INCOMPLETE,
                  "contradicting evidence",
                  trace.nodeId(process),
                  text,
                  proof.ref());
            });
  }

  /** A SENSE wire that has come off shows no power either. */
  private void speaksOn(int process, CrashFinding finding, Reasons reasons) {
    long deadNs = finding.firstProofNs();
    long untilNs = trace.witness().nextPowerOnNs(process, deadNs);
    WitnessTrace.Sign sign = trace.witness().speaksAfter(process, boot(process), deadNs, untilNs);
    if (sign != null) {
      String text =
          trace.name(process)
              + " still sends after its "
              + finding.firstProof()
              + ": has the SENSE wire come off?";
      reasons.add(
          Verdict.INCOMPLETE, "contradicting evidence", trace.nodeId(process), text, sign.ref());
    }
  }

  private WitnessTrace.Sign lastSign(int process, List<WitnessTrace.Proof> proofs) {
    WitnessTrace.Proof first = proofs.getFirst();
    int boot = boot(process);
    // An ALIVE edge may then be the later boot's.
    boolean framesOnly = first.means().equals(CrashMeans.NEW_BOOT);
    List<WitnessTrace.Sign> signs = new ArrayList<>();
    for (WitnessTrace witness : witnesses) {
      signs.add(
          framesOnly
              ? witness.lastFrame(process, boot, first.timeNs())
              : witness.lastSign(process, boot, first.timeNs()));
      // The program that ended by its CRASH pin ran until the pin's edge.
      if (first.means().equals(CrashMeans.CRASH_PIN)) {
        signs.add(witness.lastCrashPin(process, first.timeNs()));
      }
    }
    for (WitnessTrace.Proof proof : proofs) {
      if (proof.aliveNs() > 0 && proof.aliveNs() <= first.timeNs()) {
        signs.add(
            new WitnessTrace.Sign(
                proof.aliveNs(), "alive before the power cut (" + proof.ref() + ")", proof.ref()));
      }
    }
    return signs.stream()
        .filter(sign -> sign != null)
        .max(Comparator.comparingLong(WitnessTrace.Sign::timeNs))
        .orElse(null);
  }

  /** A node that writes after it was seen dead: one of the two is wrong. */
  private void contradiction(int process, CrashFinding finding, Reasons reasons) {
    NodeTrace node = trace.nodes().get(process);
    if (node == null || node.latest == null) {
      return;
    }
    long latestNs = node.latest.timeNs();
    long uncertaintyNs = node.clock.uncertaintyNs(latestNs);
    if (Durations.between(uncertaintyNs, latestNs) > finding.firstProofNs()) {
      reasons.add(
          trace.reason(
              Verdict.INCOMPLETE,
              "contradicting evidence",
              process,
              node.latest,
              node.latest.timeNs() - finding.firstProofNs(),
              trace.name(process) + " still writes records after its " + finding.firstProof()));
    }
  }
}
