package org.deltabed.checker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * All that a verdict is made of. Nothing outside of the folder is read: links are refused.
 *
 * @param campaign what the lab did
 * @param testbed the resolved wiring
 * @param environment versions.json; an empty object when there is none
 * @param traces in the order of their names
 */
record RunFolder(Campaign campaign, Testbed testbed, JsonNode environment, List<TraceFile> traces) {
  private static final String WIRING = "wiring.json";
  private static final String VERSIONS = "versions.json";

  /**
   * Reads everything but the records.
   *
   * @throws BadEvidence naming the file that is missing or malformed
   */
  static RunFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadEvidence(folder.toString(), 0, "is no run folder");
    }
    Campaign campaign = CampaignFile.read(folder);
    Testbed testbed = testbed(folder);
    requireBoots(campaign, testbed);
    return new RunFolder(
        campaign, testbed, environment(folder), traces(folder.resolve(TraceFile.FOLDER)));
  }

  /** The files of one run, or those outside of runs for the empty id. */
  List<TraceFile> tracesOf(String run) {
    return traces.stream().filter(file -> file.run().equals(run)).toList();
  }

  private static Testbed testbed(Path folder) {
    Path file = folder.resolve(WIRING);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new BadEvidence(WIRING, 0, "is missing");
    }
    try {
      return ResolvedTestbedReader.read(file);
    } catch (BadInput e) {
      throw new BadEvidence(WIRING, 0, "is no resolved testbed: " + e.getMessage());
    }
  }

  private static void requireBoots(Campaign campaign, Testbed testbed) {
    List<Integer> ids = testbed.nodes().stream().map(node -> node.id()).sorted().toList();
    for (CampaignRun run : campaign.runs()) {
      if (!List.copyOf(run.boots().keySet()).equals(ids)) {
        throw new BadEvidence(
            CampaignFile.NAME,
            0,
            "run " + run.id() + " does not name a boot for each node of " + WIRING);
      }
      for (Fault fault : run.faults()) {
        if (!ids.contains(fault.node())) {
          throw new BadEvidence(
              CampaignFile.NAME,
              0,
              "run "
                  + run.id()
                  + " has a fault for node "
                  + fault.node()
                  + ", which "
                  + WIRING
                  + " does not have");
        }
      }
    }
  }

  private static JsonNode environment(Path folder) {
    Path file = folder.resolve(VERSIONS);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode environment = StrictJson.read(file, VERSIONS, JsonNode.class);
    if (!environment.isObject()) {
      throw new BadEvidence(VERSIONS, 1, "is no JSON object");
    }
    return environment;
  }

  private static List<TraceFile> traces(Path folder) {
    List<TraceFile> files = new ArrayList<>();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return files;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + TraceFile.ENDING)) {
      for (Path entry : entries) {
        TraceFile file = TraceFile.of(entry);
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          throw new BadEvidence(file.name(), 0, "is no regular file");
        }
        files.add(file);
      }
    } catch (IOException e) {
      throw new BadEvidence(TraceFile.FOLDER, 0, "cannot be read: " + e);
    }
    files.sort(Comparator.comparing(TraceFile::name));
    return files;
  }
}
