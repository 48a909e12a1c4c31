package org.deltabed.lab.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What went wrong on the way from the nodes to the lab, and was mended or refused: {@code
 * collection.json}. None of it changes a verdict; what it cost the evidence, the checker sees.
 *
 * @param records different records taken
 * @param duplicates records that came once more
 * @param refusedMessages messages that were malformed, or of another session or node than their
 *     topic says
 * @param refusedStatuses status messages that could not be read
 * @param refusals what was wrong with the first of those
 * @param connections how often the lab connected to the broker; once if nothing went wrong
 * @param lastConnectionError the last reason why it was not connected; empty for none
 */
public record CollectionAccount(
    long records,
    long duplicates,
    long refusedMessages,
    long refusedStatuses,
    List<String> refusals,
    int connections,
    String lastConnectionError) {

  /** Its name in the run folder. */
  public static final String NAME = "collection.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public CollectionAccount {
    refusals = List.copyOf(refusals);
  }

  /** As things stand now. */
  public static CollectionAccount of(
      TraceStore traces, TraceInbox inbox, Cluster cluster, LabLink link) {
    return new CollectionAccount(
        traces.taken(),
        traces.duplicates(),
        inbox.refused(),
        cluster.malformedCount(),
        cluster.malformed(),
        link.connections(),
        link.lastError());
  }

  /** Writes it into a run folder. */
  public void write(Path runFolder) throws IOException {
    ObjectNode account = JSON.createObjectNode();
    account.put("records", records);
    account.put("duplicates", duplicates);
    account.put("refusedMessages", refusedMessages);
    account.put("refusedStatuses", refusedStatuses);
    ArrayNode why = account.putArray("refusals");
    refusals.forEach(why::add);
    account.put("connections", connections);
    account.put("lastConnectionError", lastConnectionError);
    Files.writeString(runFolder.resolve(NAME), JSON.writeValueAsString(account) + "\n");
  }
}
