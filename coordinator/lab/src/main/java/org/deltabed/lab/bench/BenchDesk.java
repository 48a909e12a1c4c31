package org.deltabed.lab.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.checker.Fault;
import org.deltabed.hardware.PowerState;
import org.deltabed.lab.witness.ControlChannel;
import org.deltabed.lab.witness.TimedFaults;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out what the coordinator asks of a bench.
 *
 * @param timed brings about what was planned for a slot
 * @param watches by node id
 */
record BenchDesk(
    Testbed testbed,
    ControlChannel control,
    WitnessLog witness,
    NewsSender news,
    TimedFaults timed,
    PinInstruments pins,
    BenchPower power,
    BenchTally tally,
    Map<Integer, NodeWatch> watches)
    implements ControlChannel.Requests {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void request(JsonNode request, ObjectNode answer) throws IOException {
    switch (request.get("op").asString()) {
      case "begin" -> witness.handOnFromNow(request.path("firstSeq").asLong(0));
      case "run" -> {
        witness.run(request.get("run").asString());
        answerAfterRecords(answer);
      }
      case "arm" -> timed.arm(faults(request));
      case "disarm" -> {
        timed.disarm();
        takeBack();
        pins.crashNobody();
        answerAfterRecords(answer);
      }
      case "tally" -> tally.write(answer);
      case "crashLine" -> pins.crash(node(request).id(), request.get("high").asBoolean());
      case "power" -> power.make(node(request), request.get("on").asBoolean());
      case "restart" -> restart(node(request));
      case "shutdown" -> witness.after(() -> Runtime.getRuntime().exit(0));
      default -> throw new IOException("unknown request " + request.get("op"));
    }
  }

  private NodeSpec node(JsonNode request) {
    return testbed.nodeById(request.get("node").asInt());
  }

  private static List<Fault> faults(JsonNode request) {
    List<Fault> faults = new ArrayList<>();
    for (JsonNode fault : request.get("faults")) {
      faults.add(JSON.treeToValue(fault, Fault.class));
    }
    return faults;
  }

  /** A coordinator that is dead plans nothing any more: what has not happened will not (F09). */
  @Override
  public void gone() {
    timed.disarm();
    try {
      power.takeBack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart(NodeSpec node) {
    if (watches.get(node.id()).now() == PowerState.ON) {
      news.of("silent", node, "it has power, but gives no sign of life");
    }
    power.restart(node);
  }

  private void takeBack() throws IOException {
    try {
      power.takeBack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while power was switched", e);
    }
  }

  /** The coordinator may then rely on having every record made so far. */
  private void answerAfterRecords(ObjectNode answer) {
    answer.put("later", true);
    witness.after(
        () -> {
          answer.remove("later");
          control.send(answer.toString());
        });
  }
}
