package org.deltabed.lab.provision.certificates;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * What a certificate is for.
 *
 * @param server whether its owner is connected to, and not the one who connects
 * @param hosts names and addresses under which it is reached; empty for a client
 */
public record Purpose(boolean server, List<String> hosts) {

  /** A client of the broker: a node or the lab. */
  public static final Purpose CLIENT = new Purpose(false, List.of());

  /** The broker, as the nodes reach it and, on its own machine, by loopback. */
  public static Purpose broker(String host) {
    Set<String> hosts = new TreeSet<>(List.of(host, "localhost", "127.0.0.1"));
    return new Purpose(true, List.copyOf(hosts));
  }

  KeyPurposeId use() {
    return server ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth;
  }

  GeneralNames alternativeNames() {
    return new GeneralNames(
        hosts.stream()
            .map(
                host ->
                    new GeneralName(
                        isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
            .toArray(GeneralName[]::new));
  }

  /** Whether it is an IP address, and so no name to be looked up. */
  private static boolean isAddress(String host) {
    try {
      return InetAddress.ofLiteral(host) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
