package org.deltabed.lab.provision;

import java.util.Set;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** Where the nodes find the broker. */
final class BrokerPlace {

  /** The port of MQTT over TLS. */
  static final int PORT = 8883;

  private static final int PLAIN_PORT = 1883;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private BrokerPlace() {}

  /**
   * Real nodes must be able to reach it.
   *
   * @throws BadInput if it is on loopback, or without TLS
   */
  static void require(Testbed testbed) {
    BrokerSpec broker = testbed.broker();
    if (testbed.nodes().stream().allMatch(NodeSpec::isVirtual)) {
      return;
    }
    if (isLoopback(broker) || broker.embedded()) {
      throw bad(
          testbed, "the nodes cannot reach a broker that is embedded, or at " + broker.host());
    }
    if (!broker.tls()) {
      throw bad(testbed, "the broker is without TLS, and nodes have no passwords");
    }
  }

  static boolean isLoopback(BrokerSpec broker) {
    return LOOPBACK.contains(broker.host());
  }

  static int port(BrokerSpec broker) {
    return broker.port() == 0 ? PORT : broker.port();
  }

  /** The port for plugs: that of MQTT without TLS, or the next one where TLS is on it. */
  static int plugPort(BrokerSpec broker) {
    return port(broker) == PLAIN_PORT ? PLAIN_PORT + 1 : PLAIN_PORT;
  }

  static String url(BrokerSpec broker) {
    String host = broker.host().contains(":") ? "[" + broker.host() + "]" : broker.host();
    return "ssl://" + host + ":" + port(broker);
  }

  private static BadInput bad(Testbed testbed, String rule) {
    return new BadInput(
        testbed.name(),
        0,
        rule,
        "write broker: {kind: external, host: ADDRESS OF THE LAB MACHINE, port: 8883, tls: true}");
  }
}
