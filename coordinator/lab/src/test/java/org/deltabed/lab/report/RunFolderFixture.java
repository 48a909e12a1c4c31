package org.deltabed.lab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignFile;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.DelayStatistics;
import org.deltabed.checker.Detection;
import org.deltabed.checker.HostHiccups;
import org.deltabed.checker.HostJitter;
import org.deltabed.checker.PropertyFinding;
import org.deltabed.checker.Reason;
import org.deltabed.checker.Reliability;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.checker.VerdictJson;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.json.JsonMapper;

/** Writes run folders as the lab and the checker would, from synthetic runs. */
final class RunFolderFixture {
  private static final String ID = "20261120-101500-3f2a";

  final List<RunFixture> runs = new ArrayList<>();
  String planName = "demo";
  String testbedName = "virtual-5";
  Verdict verdict = Verdict.PASS;
  String variant = "";
  private final int n;

  RunFolderFixture(int n) {
    this.n = n;
  }

  Testbed testbed() {
    List<NodeSpec> nodes =
        IntStream.range(0, n)
            .mapToObj(
                slot ->
                    new NodeSpec(
                        slot + 1,
                        "pi-" + (char) ('a' + slot),
                        slot,
                        NodeSpec.VIRTUAL,
                        Map.of(),
                        "process"))
            .toList();
    return new Testbed(
        testbedName,
        nodes,
        new BusSpec(1_000_000, 96, n - 1, 20_000, 10_000_000, 4_000_000, true),
        new ClockSpec(100_000, 50, true),
        new BrokerSpec(true, "127.0.0.1", 0, false));
  }

  RunFixture run(String caseName, int rounds) {
    int index = runs.size() + 1;
    var run = new RunFixture(testbed(), String.format("r%02d", index), caseName, rounds, index);
    runs.add(run);
    return run;
  }

  Path write(Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(ID));
    Path traces = Files.createDirectories(folder.resolve("trace"));
    for (RunFixture run : runs) {
      run.write(traces);
    }
    Testbed testbed = testbed();
    Files.writeString(folder.resolve("wiring.json"), testbed.toJson());
    CampaignFile.write(folder, campaign());
    VerdictJson.write(folder, judged(testbed));
    return folder;
  }

  private Campaign campaign() {
    return new Campaign(
        Campaign.SCHEMA,
        ID,
        planName,
        "0123456789abcdef",
        7,
        "C2",
        variant,
        2,
        1,
        Verdict.PASS,
        "2026-11-20T10:15:00Z",
        new HostJitter(20_000, 1_840_000, 412_000, 10_000_000),
        true,
        runs.stream().map(RunFixture::attempted).toList());
  }

  private CampaignVerdict judged(Testbed testbed) {
    List<RunVerdict> verdicts = runs.stream().map(RunFixture::judged).toList();
    List<Detection> detections = new ArrayList<>();
    for (RunVerdict run : verdicts) {
      run.suspicions().stream()
          .filter(s -> run.counts() && s.detectionNs() >= 0)
          .forEach(
              s ->
                  detections.add(
                      new Detection(
                          run.id(), s.by(), s.of(), s.detectionNs(), s.lowerNs(), s.ref())));
    }
    long timed = runs.stream().filter(r -> r.counts).mapToLong(r -> r.timed).sum();
    List<Reason> none = List.of();
    return new CampaignVerdict(
        CampaignVerdict.SCHEMA,
        verdict,
        ID,
        planName,
        "C2",
        variant,
        Verdict.PASS,
        2,
        testbed.timing().deltaNs(),
        runs.stream().mapToLong(run -> run.maxDelayNs).max().orElse(-1),
        null,
        runs.stream().mapToLong(run -> run.maxDelayNs).max().orElse(-1),
        delays(testbed, timed),
        0,
        0,
        testbed.timing().detectionBoundNs(),
        detections.stream().mapToLong(Detection::detectionNs).max().orElse(-1),
        detections,
        new HostHiccups(2, 1_310_000),
        new Reliability(timed, 0, timed == 0 ? 1 : 3.0 / timed),
        properties(),
        verdicts,
        none,
        JsonMapper.builder()
            .build()
            .readTree(
                "{\"deltabed\":\"0.1.0\",\"commit\":\"5962b96\",\"java\":\"25.0.3+9\",\"os\":{\"name\":\"Linux\",\"kernel\":\"6.12\"},\"processors\":2}"));
  }

  private DelayStatistics delays(Testbed testbed, long timed) {
    long bucketNs = testbed.timing().deltaNs() / 100;
    Random random = new Random(3);
    Map<Long, Long> counts = new TreeMap<>();
    for (long i = 0; i < timed; i++) {
      boolean message = i % 8 == 0;
      double share =
          message ? 0.05 + 0.5 * random.nextDouble() : 0.92 + 0.012 * random.nextGaussian();
      counts.merge((long) Math.min(95, share * 100), 1L, Long::sum);
    }
    return new DelayStatistics(
        timed,
        timed / 8,
        timed - timed / 8,
        runs.isEmpty() ? "" : runs.getFirst().id + "-n2-b1.jsonl:5",
        bucketNs,
        counts.entrySet().stream()
            .map(
                e ->
                    new DelayStatistics.Bucket(
                        e.getKey() * bucketNs, (e.getKey() + 1) * bucketNs, e.getValue()))
            .toList());
  }

  private List<PropertyFinding> properties() {
    List<PropertyFinding> all = new ArrayList<>();
    for (String name :
        List.of(
            "validity",
            "uniform agreement",
            "termination",
            "integrity",
            "strong completeness",
            "strong accuracy")) {
      boolean holds =
          runs.stream()
              .filter(r -> r.counts)
              .flatMap(r -> r.properties.stream())
              .noneMatch(p -> p.name().equals(name) && !p.holds());
      boolean needsDelta = !name.equals("validity") && !name.equals("integrity");
      all.add(
          new PropertyFinding(
              name,
              name.startsWith("strong") ? "P" : "uc",
              holds,
              20L * runs.size(),
              needsDelta,
              "",
              List.of()));
    }
    return all;
  }
}
