package org.deltabed.wiring;

/**
 * The MQTT broker that collects the traces.
 *
 * @param embedded whether the coordinator starts it, on loopback
 * @param host name or address
 * @param port TCP port; 0 lets an embedded broker choose a free one
 * @param tls whether it is spoken to over TLS
 */
public record BrokerSpec(boolean embedded, String host, int port, boolean tls) {

  public BrokerSpec {
    if (host.isEmpty() || port < 0 || port > 65535) {
      throw new IllegalArgumentException("broker " + host + ":" + port);
    }
  }
}
