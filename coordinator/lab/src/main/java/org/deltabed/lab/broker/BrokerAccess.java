package org.deltabed.lab.broker;

import java.util.Map;

/**
 * How the parties of a campaign reach their broker.
 *
 * @param url {@code tcp://host:port}
 * @param lab the lab's user
 * @param nodes each node's user, by node id
 */
public record BrokerAccess(String url, Credentials lab, Map<Integer, Credentials> nodes) {}
