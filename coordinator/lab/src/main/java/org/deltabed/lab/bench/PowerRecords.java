package org.deltabed.lab.bench;

import java.util.Map;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerState;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.NodeSpec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of power, and those that nothing confirms, as records and news. */
final class PowerRecords implements BenchPower.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WitnessLog witness;
  private final NewsSender news;
  private final Map<Integer, NodeWatch> watches;

  PowerRecords(WitnessLog witness, NewsSender news, Map<Integer, NodeWatch> watches) {
    this.witness = witness;
    this.news = news;
    this.watches = watches;
  }

  @Override
  public void changed(NodeSpec node, PowerChange change) {
    String data =
        of(node, change.state())
            .put("confirmedBy", change.confirmedBy())
            .put("sensed", change.sensed())
            .toString();
    long askedNs = change.askedNs();
    long confirmedNs = change.confirmedNs();
    witness.record(Kind.POWER, confirmedNs, node.process(), askedNs, confirmedNs, data);
    news.of("changed", node, change.state().word());
    news.life(node, watches.get(node.id()).alive());
  }

  @Override
  public void notConfirmed(NodeSpec node, PowerState wanted, String why) {
    String data = of(node, wanted).put("failed", why).toString();
    witness.record(Kind.POWER, System.nanoTime(), node.process(), 0, 0, data);
    news.of("unconfirmed", node, why);
  }

  private static ObjectNode of(NodeSpec node, PowerState state) {
    return JSON.createObjectNode().put("state", state.word()).put("by", node.power().by());
  }
}
