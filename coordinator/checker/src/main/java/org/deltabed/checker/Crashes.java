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

  /** {@code idle} is the witness's file outside of runs, or null. */
  Crashes(RunTrace trace, WitnessTrace idle) {
    this.trace = trace;
    this.witnesses = Stream.of(trace.witness(), idle).filter(witness -> witness != null).toList();
  }

  /** Looks for the crash of each process; what is wanting goes to {@code reasons}. */
  void find(Reasons reasons) {
    for (int process : trace.processes()) {
      List<WitnessTrace.Proof> proofs = proofs(process);
      if (!proofs.isEmpty()) {
        find(process, proofs, reasons);
      }
    }
  }

  boolean crashed(int process) {
    return byProcess.containsKey(process);
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

  /** Whether a witness saw a sign of life after a time. */
  boolean aliveAfter(int process, long timeNs) {
    return witnesses.stream()
        .map(witness -> witness.lastSign(process, Long.MAX_VALUE))
        .anyMatch(sign -> sign != null && sign.timeNs() > timeNs);
  }

  /** Proofs of this boot's death within the run, in the order of time. */
  private List<WitnessTrace.Proof> proofs(int process) {
    NodeTrace node = trace.nodes().get(process);
    long fromNs =
        node == null || node.runStart == null ? trace.time().startNs() : node.runStart.timeNs();
    List<WitnessTrace.Proof> proofs = new ArrayList<>();
    if (trace.witness() != null && !trace.ended(process)) {
      proofs.addAll(trace.witness().proofs(process));
    }
    proofs.removeIf(proof -> proof.timeNs() < fromNs);
    proofs.sort(Comparator.comparingLong(WitnessTrace.Proof::timeNs));
    if (!proofs.isEmpty()) {
      // What comes after the next start is about another boot.
      long untilNs = trace.witness().nextPowerOnNs(process, proofs.getFirst().timeNs());
      proofs.removeIf(proof -> proof.timeNs() > untilNs);
    }
    return proofs;
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
  }

  private WitnessTrace.Sign lastSign(int process, List<WitnessTrace.Proof> proofs) {
    WitnessTrace.Proof first = proofs.getFirst();
    List<WitnessTrace.Sign> signs = new ArrayList<>();
    for (WitnessTrace witness : witnesses) {
      signs.add(witness.lastSign(process, first.timeNs()));
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
    if (node != null && node.latest != null && node.latest.timeNs() > finding.firstProofNs()) {
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
