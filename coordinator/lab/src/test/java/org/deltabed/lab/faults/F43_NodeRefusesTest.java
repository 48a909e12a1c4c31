package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.deltabed.lab.campaign.LiveTestbed;
import org.deltabed.lab.campaign.Session;
import org.deltabed.lab.testing.CommandLines;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.deltabed.wiring.BadInput;
import org.junit.jupiter.api.Test;

/**
 * F43 in a campaign: a node refuses its bus key, which others can read. That ends the campaign at
 * once, with the node's own words, and no process is left.
 */
class F43_NodeRefusesTest {

  @Test
  void aNodeThatRefusesItsKeyEndsTheCampaign() throws Exception {
    Path plan = TestPlan.threeNodes(4).run("never", "").in(SharedCampaigns.folder("node-refuses"));
    long startNs = System.nanoTime();
    BadInput end =
        assertThrows(
            BadInput.class,
            () ->
                LiveCampaign.run(
                    plan,
                    "",
                    Optional.empty(),
                    (session, testbed, broker, traces) ->
                        withOpenKey(
                            session, VirtualTestbed.start(session, testbed, broker, traces))));
    assertTrue(end.getMessage().startsWith("node3: "), end.getMessage());
    assertTrue(end.getMessage().contains("open.key"), end.getMessage());
    assertTrue(System.nanoTime() - startNs < 30_000_000_000L, "it took long");
    assertTrue(
        ProcessHandle.current().descendants().noneMatch(F43_NodeRefusesTest::agent),
        "a node is left over");
  }

  /** Node 3 gets the configuration with the open key, and is started anew with it. */
  private static LiveTestbed withOpenKey(Session session, LiveTestbed live) throws IOException {
    Path open = Files.copy(session.key(), session.folder().resolve("open.key"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    Path configuration = session.folder().resolve("node3/agent.json");
    Files.writeString(
        configuration,
        Files.readString(configuration).replace(session.key().toString(), open.toString()));
    ProcessHandle.current()
        .descendants()
        .filter(child -> CommandLines.of(child).contains(configuration.toString()))
        .forEach(ProcessHandle::destroyForcibly);
    return live;
  }

  private static boolean agent(ProcessHandle child) {
    return CommandLines.of(child).contains("AgentMain");
  }
}
