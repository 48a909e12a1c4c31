package org.deltabed.lab.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.broker.security.IAuthenticator;
import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The broker of a virtual testbed: Moquette in this process, on loopback only, on a free port, with
 * the campaign's credentials and access rules, and nobody let in without them. Nothing is kept on
 * disk: the nodes' spools are the durable copies.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int MESSAGE_BYTES_MAX = 128 * 1024;

  private static final int BIND_ATTEMPTS_MAX = 5;

  private final Server server;
  private final int port;

  private EmbeddedBroker(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker.
   *
   * @param passwords of every user that may connect
   * @throws IOException when no port could be bound
   */
  public static EmbeddedBroker start(AccessRules rules, Map<String, String> passwords)
      throws IOException {
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
    properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    properties.setProperty(
        IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(MESSAGE_BYTES_MAX));
    // Commands are small and rare; without this they would wait for the next flush.
    properties.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0");
    properties.setProperty(IConfig.SESSION_QUEUE_SIZE, "65536");
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
      Server server = new Server();
      try {
        server.startServer(
            new MemoryConfig(properties),
            List.of(),
            null,
            authenticator(Map.copyOf(passwords)),
            policy(rules));
        return new EmbeddedBroker(server, port);
      } catch (IOException | RuntimeException e) {
        server.stopServer();
        if (attempt == BIND_ATTEMPTS_MAX) {
          throw new IOException("the embedded broker did not start", e);
        }
      }
    }
  }

  /**
   * Moquette cannot say which port it was given, so one is chosen here; another campaign may snatch
   * it, hence the attempts.
   */
  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** The address for clients, {@code tcp://127.0.0.1:port}. */
  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  private static IAuthenticator authenticator(Map<String, String> passwords) {
    return (clientId, user, given) -> {
      String expected = user == null ? null : passwords.get(user);
      return expected != null
          && given != null
          && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given);
    };
  }

  private static IAuthorizatorPolicy policy(AccessRules rules) {
    return new IAuthorizatorPolicy() {
      @Override
      public boolean canWrite(Topic topic, String user, String client) {
        return user != null && rules.mayPublish(user, topic.toString());
      }

      @Override
      public boolean canRead(Topic topic, String user, String client) {
        return user != null && rules.maySubscribe(user, topic.toString());
      }
    };
  }

  @Override
  public void close() {
    server.stopServer();
  }
}
