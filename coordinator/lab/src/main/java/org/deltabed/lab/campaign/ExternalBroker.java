package org.deltabed.lab.campaign;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.deltabed.lab.broker.BrokerAccess;
import org.deltabed.lab.broker.Credentials;
import org.deltabed.wiring.BadInput;

/** A broker that somebody else runs, such as Mosquitto. */
final class ExternalBroker {

  private ExternalBroker() {}

  /**
   * How to reach it. One user for all parties, since only the broker's owner can make users; its
   * access rules are the owner's too.
   *
   * @throws BadInput for an address without user and password (no anonymous broker), or not of MQTT
   */
  static BrokerAccess access(URI address, Set<Integer> nodes) {
    if (!"mqtt".equals(address.getScheme()) || address.getHost() == null) {
      throw bad(address.getScheme() + " is no MQTT address");
    }
    String userInfo = address.getUserInfo();
    if (userInfo == null || userInfo.indexOf(':') < 1) {
      throw bad("the address has no user and password");
    }
    int colon = userInfo.indexOf(':');
    Credentials user = new Credentials(userInfo.substring(0, colon), userInfo.substring(colon + 1));
    Map<Integer, Credentials> all = new HashMap<>();
    nodes.forEach(node -> all.put(node, user));
    int port = address.getPort() < 0 ? 1883 : address.getPort();
    Map<Integer, Credentials> users = Map.copyOf(all);
    String url = "tcp://" + address.getHost() + ":" + port;
    return new BrokerAccess(url, user, users, users, null);
  }

  private static BadInput bad(String rule) {
    return new BadInput("--broker", 0, rule, "write mqtt://user:password@host:port");
  }
}
