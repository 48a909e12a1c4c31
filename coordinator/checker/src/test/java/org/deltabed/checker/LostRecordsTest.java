package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Property;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut takes the last records of its victim: a frame that others got of it shows it, and
 * then no property is called broken because of a request that is not there.
 */
class LostRecordsTest {
  @TempDir Path folder;

  @Test
  void aRequestThatMayBeLostBreaksNoProperty() {
    RunVerdict run = withoutRecordsOfTheFirst().judge(folder).runs().getFirst();
    assertEquals(Verdict.INCOMPLETE, run.verdict(), () -> run.reasons().toString());
    Reason reason = run.reasons().getFirst();
    assertEquals("lost records", reason.rule());
    assertEquals(11, reason.node());
    assertTrue(
        reason.text().startsWith("node 11 (p1) crashed and lost its last records")
            && reason.text().contains("it is not known whether validity (uc) is broken"),
        reason.text());
    assertTrue(reason.ref().startsWith("trace/r01-n12-b1.jsonl:"), reason.ref());
    PropertyFinding validity =
        run.properties().stream().filter(p -> p.name().equals("validity")).findFirst().get();
    assertTrue(validity.holds() && validity.checked() == 0);
  }

  @Test
  void whatReadsNoRequestIsStillBroken() {
    CampaignFixture campaign = withoutRecordsOfTheFirst();
    campaign.traces.change(
        r -> r.node() == 13 && r.data().contains("Decide"),
        r -> Records.data(r, r.data().replace("101", "102")));
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertTrue(
        run.reasons().stream()
            .anyMatch(r -> r.verdict() == Verdict.VIOLATED && r.rule().equals("uniform agreement")),
        () -> run.reasons().toString());
  }

  @Test
  void withoutSuchAFrameNothingIsExcused() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01", Pull.power(1, 1));
    campaign.traces.change(
        r -> r.node() == 11 && r.data().contains("Propose"),
        r -> Records.data(r, r.data().replace("\"uc\"", "\"other\"")));
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertTrue(
        run.reasons().stream()
            .anyMatch(r -> r.verdict() == Verdict.VIOLATED && r.rule().equals("validity")),
        () -> run.reasons().toString());
  }

  /** What is said to read no request of the dead is judged alike without them, in all protocols. */
  @Test
  void thePropertiesThatReadNoRequestOfTheDead() {
    Set<String> seen = new TreeSet<>();
    for (Protocol protocol : Catalogue.protocols()) {
      for (int dead = 1; dead <= 3; dead++) {
        History history = history(protocol, dead);
        History without = withoutRequests(history, dead);
        for (Property property : protocol.properties()) {
          if (LostRecords.readsNoRequest(property)) {
            assertTrue(property.check(history).holds(), protocol.id() + " " + property.id());
            assertTrue(property.check(without).holds(), protocol.id() + " " + property.id());
            seen.add(property.name());
          }
        }
      }
    }
    assertTrue(seen.size() >= 8, seen.toString());
  }

  private History history(Protocol protocol, int dead) {
    CampaignFixture campaign = new CampaignFixture(3);
    campaign.protocolId = protocol.id();
    campaign.rounds = 6;
    campaign.run("r01", Pull.power(dead, 4));
    List<TraceReading.Listener> read = new ArrayList<>();
    campaign.traces.files.forEach(
        (name, records) -> {
          TraceFile file = TraceFile.of(Path.of(name));
          if (!file.run().isEmpty()) {
            read.add(
                file.isWitness() ? WitnessTrace.of(file, records) : NodeTrace.of(file, records));
          }
        });
    RunTrace trace = RunTrace.of(campaign.runs.getFirst(), campaign.testbed, read);
    Crashes crashes = new Crashes(trace, new Outside(null, new LaterBoots()));
    crashes.find(new Reasons());
    return new RunHistory(trace).history(crashes);
  }

  private static History withoutRequests(History history, int dead) {
    List<Occurrence> rest =
        history.occurrences().stream()
            .filter(o -> o.process() != dead || o.direction() != Direction.REQUEST)
            .toList();
    return new History(
        history.processes(),
        history.crashed(),
        Map.copyOf(history.crashSlots()),
        history.slots(),
        rest);
  }

  /** Node 11 speaks first, and is cut; nothing after its RUN_START reached its disk. */
  private static CampaignFixture withoutRecordsOfTheFirst() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01", Pull.power(1, 1));
    List<TraceRecord> records = campaign.traces.file("r01-n11-b1.jsonl");
    TraceRecord start = records.getFirst();
    records.clear();
    records.add(start);
    campaign.traces.change(
        r -> r.node() == 11 && r.kind() == Kind.BOOT && r.boot() == 2,
        r -> Records.b(r, start.seq()));
    return campaign;
  }
}
