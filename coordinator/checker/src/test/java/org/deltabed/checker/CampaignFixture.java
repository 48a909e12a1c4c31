package org.deltabed.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/**
 * Makes run folders: the real protocol in virtual time on a perfect bus, with the records that
 * nodes and witness would write. Node ids are not the ranks: process p is node p + 10.
 */
final class CampaignFixture {
  static final int ROUNDS = 3;
  private static final long MS = 1_000_000;

  final int n;
  final Testbed testbed;
  final Timing timing;
  final Traces traces = new Traces();
  final List<CampaignRun> runs = new ArrayList<>();
  final SortedMap<Integer, Integer> boots = new TreeMap<>();
  String protocolId = "C2";
  String variant = "";
  int crashesMax = 2;
  int requestsEach = 1;
  boolean complete = true;
  int rounds = ROUNDS;
  long nowNs = 1_000 * MS;
  long startNs;
  private int busRound = 40;

  CampaignFixture(int n) {
    this(n, true);
  }

  CampaignFixture(int n, boolean sharedClock) {
    this(n, sharedClock, "process", Map.of());
  }

  CampaignFixture(int n, boolean sharedClock, String power, Map<String, String> pins) {
    this.n = n;
    List<NodeSpec> nodes =
        IntStream.rangeClosed(1, n)
            .mapToObj(p -> new NodeSpec(node(p), "node" + p, p - 1, NodeSpec.VIRTUAL, pins, power))
            .toList();
    testbed =
        new Testbed(
            "fixture",
            nodes,
            new BusSpec(1_000_000, 96, n - 1, 20_000, 8 * MS, 2 * MS, true),
            new ClockSpec(MS, 100, sharedClock),
            new BrokerSpec(true, "127.0.0.1", 0, false));
    timing = testbed.timing();
    for (int p = 1; p <= n; p++) {
      boots.put(node(p), 1);
      traces.add(node(p), 1, Kind.BOOT, nowNs, -1, -1, 0, 0, -1, "");
      traces.add(node(p), 1, Kind.STATE, nowNs + MS, -1, -1, 0, 0, 0, "{\"state\":\"joined\"}");
    }
  }

  static int node(int process) {
    return process + 10;
  }

  /** A run whose plan is what happens. */
  CampaignFixture run(String id, Pull... pulls) {
    List<Fault> faults = new ArrayList<>();
    for (Pull pull : pulls) {
      faults.add(
          Fault.of(
              pull.means(),
              node(pull.process()),
              1 + Math.max(0, pull.slot()) / n,
              Math.max(0, pull.slot()) % n));
    }
    return run(id, faults, pulls);
  }

  CampaignFixture run(String id, List<Fault> faults, Pull... pulls) {
    Protocol protocol =
        variant.isEmpty() ? Catalogue.find(protocolId) : Catalogue.variant(variant).protocol();
    SortedMap<Integer, Integer> before = new TreeMap<>(boots);
    SortedMap<Integer, Long> proposals = new TreeMap<>();
    IntStream.rangeClosed(1, n).forEach(p -> proposals.put(p, 100L + p));
    traces.run = id;
    new FixtureRun(this, protocol, busRound, faults, List.of(pulls)).play(proposals);
    traces.run = "";
    nowNs += 10 * MS;
    restore(id, pulls);
    runs.add(
        new CampaignRun(
            id,
            "case " + id,
            1,
            "",
            busRound,
            rounds,
            "00",
            before,
            proposals,
            faults,
            Verdict.PASS,
            RunState.COMPLETE,
            ""));
    busRound += rounds + 10;
    return this;
  }

  private void restore(String run, Pull... pulls) {
    for (Pull pull : pulls) {
      int node = node(pull.process());
      int boot = boots.merge(node, 1, Integer::sum);
      nowNs += MS;
      traces.add(run, 0, 1, Kind.POWER_ON, nowNs, -1, -1, pull.process(), nowNs, 0, "");
      traces.add(
          node,
          boot,
          Kind.BOOT,
          nowNs,
          -1,
          -1,
          0,
          boot - 1,
          traces.nextSeq(node, boot - 1) - 1,
          "");
      traces.add(node, boot, Kind.STATE, nowNs, -1, -1, 0, 0, 0, "{\"state\":\"joined\"}");
    }
    traces.add(run, 0, 1, Kind.RUN_END, nowNs, -1, -1, 0, 0, 0, "");
    for (int p = 1; p <= n; p++) {
      traces.add(
          node(p),
          boots.get(node(p)),
          Kind.STATE,
          nowNs + MS,
          -1,
          -1,
          0,
          0,
          0,
          "{\"state\":\"joined\"}");
    }
    nowNs += 10 * MS;
  }

  /** Replaces the campaign's entry of the last run. */
  CampaignFixture change(java.util.function.UnaryOperator<CampaignRun> to) {
    runs.set(runs.size() - 1, to.apply(runs.getLast()));
    return this;
  }

  Path write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("wiring.json"), testbed.toJson());
      Files.writeString(folder.resolve("versions.json"), "{\"java\":\"25\"}");
      CampaignFile.write(
          folder,
          new Campaign(
              1,
              "c1",
              "fixture",
              "00",
              7,
              protocolId,
              variant,
              crashesMax,
              requestsEach,
              Verdict.PASS,
              "2026-11-20T00:00:00Z",
              null,
              complete,
              runs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    traces.write(folder.resolve("trace"));
    return folder;
  }

  CampaignVerdict judge(Path folder) {
    return Judge.judge(write(folder));
  }

  /** A record of a node's first boot in the last run, in a slot since the run's start. */
  TraceRecord record(int process, Kind kind, int slot, int peer, long a, long b) {
    CampaignRun run = runs.getLast();
    int node = node(process);
    long timeNs = startNs + slot * timing.slotNs() + timing.arrivalDeadlineNs();
    int round = Math.toIntExact(run.startRound() + slot / n);
    return new TraceRecord(
        run.id(), node, run.boots().get(node), 0, timeNs, kind, round, slot % n, peer, a, b, "");
  }
}
