package org.deltabed.agent;

import java.nio.file.Path;
import org.deltabed.agent.tls.TlsFiles;

/**
 * What an agent is started with.
 *
 * @param node the node's id in the wiring
 * @param wiring the resolved testbed, canonical JSON
 * @param session 16 hex digits that tell this session's commands and frames from others
 * @param key the bus's key
 * @param spool the spool's folder
 * @param serial the serial device
 * @param pins the virtual pin board's socket, or null where the node has no virtual pins
 * @param gpio the GPIO chip that its lines are of, by name, label or number; null where it has none
 * @param board id of the node whose lines it finds on its board: {@code node}, unless a virtual
 *     node was set up as another one
 * @param bootsBefore how many boots of this node the lab knows of, where its spool may be new
 * @param mqtt how to reach the broker
 */
public record AgentConfig(
    int node,
    Path wiring,
    String session,
    Path key,
    Path spool,
    String serial,
    Path pins,
    String gpio,
    int board,
    int bootsBefore,
    Mqtt mqtt) {

  /**
   * The broker.
   *
   * @param url such as {@code tcp://127.0.0.1:1883} or {@code ssl://lab:8883}
   * @param passwordFile file whose content, without the end of line, is the password; null where
   *     the certificate says who the node is
   * @param tls the node's certificate; null without TLS
   */
  public record Mqtt(String url, String user, Path passwordFile, TlsFiles tls) {}

  /** The session as frames carry it: its first 8 hex digits. */
  public static int frameSession(String session) {
    return Integer.parseUnsignedInt(session.substring(0, 8), 16);
  }
}
