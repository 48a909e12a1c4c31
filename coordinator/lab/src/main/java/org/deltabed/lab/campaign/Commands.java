package org.deltabed.lab.campaign;

import java.util.List;
import org.deltabed.lab.plan.Fault;
import org.deltabed.lab.plan.Plan;
import org.deltabed.wire.ProcessKeys;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands that the lab gives to nodes, as JSON. */
final class Commands {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String session;
  private final Testbed testbed;

  Commands(String session, Testbed testbed) {
    this.session = session;
    this.testbed = testbed;
  }

  /**
   * Take part in a run.
   *
   * @param boots by process, index 0 is process 1
   */
  String prepare(Plan plan, RunPlan run, int process, List<Integer> boots) {
    ObjectNode command = command("prepare", run);
    command.put("run", run.id());
    command.put("protocol", plan.protocol());
    command.put("variant", plan.variant());
    command.put("wiringHash", testbed.hash());
    ArrayNode list = command.putArray("boots");
    boots.forEach(list::add);
    command.put("crashesMax", plan.crashesMax());
    command.put("rounds", plan.rounds());
    command.put("proposal", run.proposals().get(process - 1));
    command.put("requestsEach", plan.requestsEach());
    keys(command.putObject("keys"), run.secret().keysOf(process, testbed.n()));
    int node = testbed.node(process).id();
    for (Fault fault : run.faults()) {
      if (fault.node() == node) {
        order(command, fault);
      }
    }
    return command.toString();
  }

  private static void keys(ObjectNode object, ProcessKeys keys) {
    object.put("signing", keys.signingHex());
    keys.verifyingHex().forEach(object.putArray("verifying")::add);
    keys.sharedHex().forEach(object.putArray("shared")::add);
  }

  private void order(ObjectNode command, Fault fault) {
    switch (fault) {
      case Fault.PrefixCrash crash -> {
        ObjectNode point = command.putObject("crashPoint");
        point.put("round", crash.round());
        point.put("slot", testbed.nodeById(crash.node()).slot());
        point.put("afterSubFrames", crash.afterSubFrames());
        if (!crash.order().isEmpty()) {
          ArrayNode order = point.putArray("order");
          crash.order().forEach(node -> order.add(testbed.nodeById(node).process()));
        }
      }
      case Fault.DecideCrash _ -> command.putObject("crashPoint").put("afterDecide", true);
      case Fault.Byzantine byzantine -> command.put("byzantine", byzantine.behaviour());
      case Fault.PowerCut _,
          Fault.MidFrameCut _,
          Fault.CrashPin _,
          Fault.Pause _,
          Fault.Bus _ -> {} // done to the node from outside, it must not know
    }
  }

  /** Begin the run in slot 0 of that round of the bus. */
  String start(RunPlan run, long startRound) {
    return command("start", run).put("startRound", startRound).toString();
  }

  /** Forget the run. */
  String cancel(RunPlan run) {
    return command("cancel", run).toString();
  }

  /** Send the records of a boot again, from that sequence number on. */
  String resend(int boot, long fromSeq) {
    ObjectNode command = JSON.createObjectNode().put("cmd", "resend").put("session", session);
    return command.put("boot", boot).put("fromSeq", fromSeq).toString();
  }

  /** End in good order. */
  String shutdown() {
    return JSON.createObjectNode().put("cmd", "shutdown").put("session", session).toString();
  }

  private ObjectNode command(String name, RunPlan run) {
    return JSON.createObjectNode()
        .put("cmd", name)
        .put("session", session)
        .put("nonce", run.nonce());
  }
}
