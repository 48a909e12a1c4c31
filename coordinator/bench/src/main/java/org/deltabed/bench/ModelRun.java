package org.deltabed.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a program that explores a model, and the line of JSON that it prints. */
record ModelRun(
    long states, long transitions, double cpuSeconds, double perCpuSecond, String verdict) {

  /**
   * Runs it.
   *
   * @throws IOException with what it said if it fails
   */
  static ModelRun of(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " failed: " + said);
    }
    JsonNode line = JsonMapper.shared().readTree(said);
    return new ModelRun(
        line.get("states").asLong(),
        line.get("transitions").asLong(),
        line.get("cpuSeconds").asDouble(),
        line.get("transitionsPerCpuSecond").asDouble(),
        line.get("verdict").asString());
  }

  boolean countsAs(ModelRun other) {
    return states == other.states && transitions == other.transitions;
  }
}
