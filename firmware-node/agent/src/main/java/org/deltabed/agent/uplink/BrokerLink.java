package org.deltabed.agent.uplink;

/** The connection to the broker, as the uplink needs it: unreliable, and never in the way. */
interface BrokerLink {
  /** Takes what was acknowledged; on any thread, must return at once. */
  interface Acknowledged {
    void acknowledged();
  }

  /** A message on the node's command topic. */
  record Incoming(String text, boolean retained) {}

  /**
   * Tries to connect and subscribe; returns whether it is connected. Takes a few seconds at most.
   */
  boolean connect();

  boolean connected();

  /** How many messages may be published now. */
  int room();

  /**
   * Publishes with QoS 1; {@code then} is called once the broker has it, or never if the connection
   * goes first.
   *
   * @return false if it was not accepted: no room, or not connected
   */
  boolean publish(String topic, byte[] payload, Acknowledged then);

  /** The next message that came, or null. */
  Incoming poll();

  /** Disconnects in bounded time. */
  void close();
}
