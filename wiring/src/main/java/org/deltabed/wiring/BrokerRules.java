package org.deltabed.wiring;

import java.util.Set;

/** Where a broker may be (F41): an embedded one never beyond this machine. */
final class BrokerRules {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

  private BrokerRules() {}

  static void check(BrokerSpec broker, YamlDocument document) {
    if (broker.embedded() && !LOOPBACK.contains(broker.host())) {
      throw document.bad(
          "/broker/host",
          "the embedded broker would listen beyond this machine, on " + broker.host(),
          "use host 127.0.0.1, or 'kind: external' with a broker of your own");
    }
    if (broker.embedded() && broker.tls()) {
      throw document.bad(
          "/broker/tls",
          "the embedded broker speaks no TLS; it listens on loopback only",
          "remove it, or use 'kind: external'");
    }
    if (!broker.embedded() && broker.port() == 0) {
      throw document.bad(
          "/broker", "the external broker has no port", "add it, such as port: 1883");
    }
  }
}
