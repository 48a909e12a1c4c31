package org.deltabed.hardware.power;

import java.io.IOException;
import java.util.Optional;
import org.deltabed.hardware.power.plug.PlugBroker;
import org.deltabed.wiring.NodeSpec;

/** What a testbed has at hand for switching its nodes' power. */
public interface PowerPorts {

  /** The line of a node's relay, at the coordinator. */
  RelayLine relay(NodeSpec node);

  /** The sense pin of a node's supply, if it has one. */
  Optional<PowerSeen> supply(NodeSpec node);

  /** Whatever sees a node live and die where a person pulls the plug: its supply or its signs. */
  PowerSeen life(NodeSpec node);

  /** The broker that plugs listen to, connected; the same at each call. */
  PlugBroker broker() throws IOException;

  /** Who pulls and plugs by hand. */
  Asked person();

  /** The serial device to open for one that the description names. */
  default String device(String named) {
    return named;
  }
}
