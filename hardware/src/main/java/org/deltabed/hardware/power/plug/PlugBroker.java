package org.deltabed.hardware.power.plug;

import java.io.IOException;

/** A broker that plugs listen to, as far as switching them needs it. */
public interface PlugBroker extends AutoCloseable {

  /** Whether the broker is there right now. */
  boolean connected();

  /**
   * Publishes a command; returns when the broker has it. Never retained: a retained command would
   * switch the plug again whenever it connects.
   *
   * @throws IOException if there is no connection, or the broker refuses it
   */
  void publish(String topic, String payload) throws IOException;

  /**
   * Hears what is published on one topic, without wildcards, from now on and after each reconnect.
   *
   * @throws IOException if the broker refuses it
   */
  void subscribe(String topic, Listener listener) throws IOException;

  /** Ends all subscriptions of this listener. */
  void unsubscribe(Listener listener);

  @Override
  void close();

  /** Hears messages, on the client's thread; must return soon. */
  interface Listener {

    /**
     * A message has come.
     *
     * @param retained true if the broker had kept it from before the subscription: it tells of the
     *     past
     * @param heardNs when it came, on {@link System#nanoTime()}
     */
    void heard(String topic, String payload, boolean retained, long heardNs);
  }
}
