package org.deltabed.lab.broker;

import java.util.Map;
import org.deltabed.agent.tls.TlsFiles;

/**
 * How the parties of a campaign reach their broker.
 *
 * @param url {@code tcp://host:port}, or {@code ssl://host:port} with TLS
 * @param lab the lab's user
 * @param nodes each node's user, by node id
 * @param plugs each simulated plug's user, by the id of the node that it switches
 * @param tls the lab's certificate, which then stands in place of its password; null without TLS
 */
public record BrokerAccess(
    String url,
    Credentials lab,
    Map<Integer, Credentials> nodes,
    Map<Integer, Credentials> plugs,
    TlsFiles tls) {

  /** Without TLS. */
  public BrokerAccess(String url, Credentials lab, Map<Integer, Credentials> nodes) {
    this(url, lab, nodes, Map.of(), null);
  }
}
