package org.deltabed.lab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deltabed.checker.BadEvidence;
import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignFile;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.VerdictJson;
import org.deltabed.lab.collect.CollectionAccount;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a report is made from.
 *
 * @param name the folder's own name
 * @param verdict what the checker found
 * @param campaign what the lab did
 * @param testbed the resolved wiring
 * @param timing the bounds that follow from it
 * @param collection what went wrong between nodes and lab; empty when the folder does not say
 * @param traces trace files by their bare name; nothing outside the folder can be named (F44)
 */
record ReportSource(
    String name,
    CampaignVerdict verdict,
    Campaign campaign,
    Testbed testbed,
    Timing timing,
    JsonNode collection,
    Map<String, Path> traces) {
  private static final Pattern TRACE =
      Pattern.compile("(?<run>.+)-(?:lab|n(?<node>\\d{1,4})-b\\d{1,9})\\.jsonl");

  private static final long COLLECTION_BYTES_MAX = 1 << 20;

  /** A trace file of a run; node 0 is the witness. */
  record TraceFile(String name, Path path, int node) {}

  static ReportSource read(Path folder) throws IOException {
    Testbed testbed = ResolvedTestbedReader.read(folder.resolve("wiring.json"));
    return new ReportSource(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        VerdictJson.read(folder),
        CampaignFile.read(folder),
        testbed,
        Timing.of(testbed),
        collection(folder.resolve(CollectionAccount.NAME)),
        traces(folder.resolve("trace")));
  }

  /** The lab's account of a run; null if the verdict knows a run that the lab does not. */
  CampaignRun attempt(String run) {
    return campaign.runs().stream().filter(r -> r.id().equals(run)).findFirst().orElse(null);
  }

  /** The traces of a run, the witness first, then by name. */
  List<TraceFile> tracesOf(String run) {
    List<TraceFile> files = new ArrayList<>();
    traces.forEach(
        (name, path) -> {
          Matcher matcher = TRACE.matcher(name);
          if (matcher.matches() && matcher.group("run").equals(run)) {
            String node = matcher.group("node");
            files.add(new TraceFile(name, path, node == null ? 0 : Integer.parseInt(node)));
          }
        });
    files.sort(java.util.Comparator.comparingInt(TraceFile::node).thenComparing(TraceFile::name));
    return files;
  }

  /** The process of a node; 0 for the witness and for a node that the wiring does not know. */
  int processOf(int node) {
    return testbed.nodes().stream()
        .filter(spec -> spec.id() == node)
        .mapToInt(spec -> spec.process())
        .findFirst()
        .orElse(0);
  }

  private static JsonNode collection(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) > COLLECTION_BYTES_MAX) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new BadEvidence(CollectionAccount.NAME, 0, e.getOriginalMessage());
    }
  }

  private static Map<String, Path> traces(Path folder) throws IOException {
    Map<String, Path> traces = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> list = Files.list(folder)) {
        list.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .filter(file -> file.getFileName().toString().endsWith(".jsonl"))
            .forEach(file -> traces.put(file.getFileName().toString(), file));
      }
    }
    return traces;
  }
}
