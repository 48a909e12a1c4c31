package org.deltabed.checker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * A campaign of one run as a bench would record it: every node has a clock of its own, the lab
 * drives a SYNC wire and hears the bus by a tap, and a death shows on the SENSE wire.
 */
final class BenchFixture {
  private static final long MS = 1_000_000;
  private static final long SETTLED_NS = 10_000 * MS;

  final CampaignFixture campaign;
  private final Map<Integer, Long> offsetsNs = new TreeMap<>();
  private final Map<Integer, Integer> driftsPpm = new TreeMap<>();
  private final Random random = new Random(11);

  /** Nothing of the SYNC wire is recorded by then; on the lab's clock. */
  long syncUntilNs = Long.MAX_VALUE;

  /** Nodes at whose SYNC pin no wire ends. */
  final List<Integer> withoutSync = new ArrayList<>();

  BenchFixture(int n) {
    this(n, "person");
  }

  BenchFixture(int n, String power) {
    campaign = new CampaignFixture(n, false, power, Map.of("sense", "sense"));
    campaign.nowNs += SETTLED_NS;
    for (int p = 1; p <= n; p++) {
      skew(p, 7_000_000 * MS * p, (p % 2 == 0 ? 40 : -35) * p);
    }
  }

  /** Gives the node of a process, in all its boots, a clock that is not the lab's. */
  BenchFixture skew(int process, long offsetNs, int driftPpm) {
    offsetsNs.put(CampaignFixture.node(process), offsetNs);
    driftsPpm.put(CampaignFixture.node(process), driftPpm);
    return this;
  }

  BenchFixture run(List<Fault> faults, Pull... pulls) {
    campaign.run("r01", faults, pulls);
    return this;
  }

  BenchFixture run(Pull... pulls) {
    campaign.run("r01", pulls);
    return this;
  }

  /** What the node's clock shows at a time of the lab's. */
  long nodeNs(int node, long labNs) {
    return labNs + offsetsNs.get(node) + labNs * driftsPpm.get(node) / 1_000_000;
  }

  /** How the records would be on a bench, all at once: called when the runs were made. */
  CampaignVerdict judge(Path folder) {
    deathsShowOnSense();
    tapHears();
    driveSync();
    campaign.traces.files.values().forEach(this::toOwnClock);
    number();
    return campaign.judge(folder);
  }

  private void deathsShowOnSense() {
    for (List<TraceRecord> records : campaign.traces.files.values()) {
      records.replaceAll(
          r -> {
            boolean cut = r.kind() == Kind.EXIT && r.a() == 137;
            return cut
                ? of(r, r.timeNs(), Kind.PIN, 0, "{\"pin\":\"sense\"}")
                : r.kind() == Kind.EXIT || r.kind() == Kind.POWER_CUT
                    ? of(r, r.timeNs(), Kind.UNKNOWN, 0, "")
                    : r;
          });
    }
  }

  private void tapHears() {
    for (List<TraceRecord> records : campaign.traces.files.values()) {
      records.replaceAll(
          r ->
              r.kind() == Kind.LINE
                  ? Records.data(r, "{\"by\":\"tap\",\"boot\":" + boot(r) + "}")
                  : r);
    }
  }

  private static int boot(TraceRecord line) {
    return line.data().contains("second") ? 2 : 1;
  }

  private void driveSync() {
    long level = 0;
    Map<String, List<TraceRecord>> files = campaign.traces.files;
    for (long atNs = 2_000 * MS;
        atNs < Math.min(syncUntilNs, campaign.nowNs + 1_000 * MS);
        atNs += random.nextLong(150 * MS, 400 * MS)) {
      level = 1 - level;
      String data = "{\"level\":" + level + "}";
      add(files, 0, 1, atNs, record(0, 1, atNs, Kind.SYNC_OUT, atNs, atNs, data));
      for (int node : offsetsNs.keySet()) {
        int boot = bootAt(node, atNs);
        if (boot > 0 && !withoutSync.contains(node)) {
          add(files, node, boot, atNs, record(node, boot, atNs, Kind.SYNC, level, 0, ""));
        }
      }
    }
  }

  /** Which boot of a node lived at a time; 0 for none. */
  private int bootAt(int node, long atNs) {
    for (int boot = campaign.boots.get(node); boot > 0; boot--) {
      List<TraceRecord> idle = campaign.traces.files.get(Traces.name("", node, boot));
      if (idle.getFirst().timeNs() <= atNs) {
        boolean last = boot == campaign.boots.get(node);
        return last || atNs < lastNs(node, boot) ? boot : 0;
      }
    }
    return 0;
  }

  private long lastNs(int node, int boot) {
    List<TraceRecord> run = campaign.traces.files.get(Traces.name("r01", node, boot));
    return run.getLast().timeNs();
  }

  /** Into the file of the run, if its first record is before and its last one after. */
  private void add(
      Map<String, List<TraceRecord>> files, int node, int boot, long atNs, TraceRecord record) {
    List<TraceRecord> run = files.get(Traces.name("r01", node, boot));
    boolean within = run != null && run.getFirst().timeNs() < atNs && atNs < run.getLast().timeNs();
    String name = Traces.name(within ? "r01" : "", node, boot);
    files
        .computeIfAbsent(name, _ -> new ArrayList<>())
        .add(within ? record.withRun("r01") : record);
  }

  private void toOwnClock(List<TraceRecord> records) {
    records.replaceAll(
        r -> {
          if (r.node() == 0) {
            return r;
          }
          boolean aIsTime =
              switch (r.kind()) {
                case RUN_START, SEND, FRAME, LATE, FALSE_SUSPICION -> true;
                default -> false;
              };
          TraceRecord own = Records.at(r, nodeNs(r.node(), r.timeNs()));
          return aIsTime ? Records.a(own, nodeNs(r.node(), r.a())) : own;
        });
  }

  /** Numbers each boot's records in the order of time, and counts anew what records count. */
  private void number() {
    Map<String, List<List<TraceRecord>>> byBoot = new TreeMap<>();
    for (List<TraceRecord> records : campaign.traces.files.values()) {
      records.sort(
          Comparator.comparingLong(TraceRecord::timeNs)
              .thenComparing(r -> r.kind() == Kind.RUN_END));
      TraceRecord first = records.getFirst();
      byBoot
          .computeIfAbsent(first.node() + "-" + first.boot(), _ -> new ArrayList<>())
          .add(records);
    }
    Map<String, Long> next = new TreeMap<>();
    byBoot.forEach((boot, files) -> next.put(boot, number(files)));
    for (List<TraceRecord> records : campaign.traces.files.values()) {
      records.replaceAll(
          r ->
              r.kind() == Kind.BOOT && r.a() > 0
                  ? Records.b(r, next.get(r.node() + "-" + r.a()) - 1)
                  : r);
    }
  }

  private static long number(List<List<TraceRecord>> files) {
    List<TraceRecord> all = new ArrayList<>();
    files.forEach(all::addAll);
    all.sort(
        Comparator.comparingLong(TraceRecord::timeNs).thenComparing(r -> r.kind() == Kind.RUN_END));
    IdentityHashMap<TraceRecord, Long> seqs = new IdentityHashMap<>();
    for (TraceRecord record : all) {
      seqs.put(record, (long) seqs.size());
    }
    for (List<TraceRecord> records : files) {
      long first = seqs.get(records.getFirst());
      records.replaceAll(
          r -> {
            long seq = seqs.get(r);
            boolean counts = r.kind() == Kind.RUN_END && r.node() != 0;
            TraceRecord numbered = counts ? Records.a(r, seq - first + 1) : r;
            return new TraceRecord(
                r.run(),
                r.node(),
                r.boot(),
                seq,
                r.timeNs(),
                r.kind(),
                r.round(),
                r.slot(),
                r.peer(),
                numbered.a(),
                r.b(),
                r.data());
          });
    }
    return all.size();
  }

  private static TraceRecord record(
      int node, int boot, long atNs, Kind kind, long a, long b, String data) {
    return new TraceRecord("", node, boot, 0, atNs, kind, -1, -1, 0, a, b, data);
  }

  private static TraceRecord of(TraceRecord r, long timeNs, Kind kind, long a, String data) {
    return new TraceRecord(
        r.run(), r.node(), r.boot(), r.seq(), timeNs, kind, -1, -1, r.peer(), a, 0, data);
  }
}
