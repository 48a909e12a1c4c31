package org.deltabed.lab.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The world's end of the socket on which the coordinator commands it: one JSON object a line, each
 * answered in order, and events in between. The socket lies in the session's private folder. One
 * client at a time; another may come when it has gone.
 */
public final class ControlChannel implements AutoCloseable {

  /** Does what a request says; what it throws becomes the answer's error. */
  public interface Requests {
    void request(JsonNode request, ObjectNode answer) throws IOException;

    /** The client has gone, in whatever way; another may come. */
    default void gone() {}
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerSocketChannel server;
  private volatile SocketChannel client;
  private volatile long aloneSinceNs = System.nanoTime();

  public ControlChannel(Path socket) throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
  }

  /** Serves clients, one after the other, until closed. */
  public void serve(Requests requests) throws IOException {
    while (server.isOpen()) {
      try (SocketChannel accepted = server.accept()) {
        client = accepted;
        converse(accepted, requests);
      } catch (java.nio.channels.ClosedChannelException e) {
        return; // closed
      } finally {
        client = null;
        aloneSinceNs = System.nanoTime();
        requests.gone();
      }
    }
  }

  private void converse(SocketChannel accepted, Requests requests) throws IOException {
    BufferedReader in = new BufferedReader(Channels.newReader(accepted, StandardCharsets.UTF_8));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode request = JSON.readTree(line);
        ObjectNode answer = JSON.createObjectNode().put("ok", true);
        answer.put("number", request.path("number").asLong(0));
        try {
          requests.request(request, answer);
        } catch (IOException | RuntimeException e) {
          answer
              .put("ok", false)
              .put("error", e.getMessage() == null ? e.toString() : e.getMessage());
        }
        if (!answer.has("later")) {
          send(answer.toString());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The client has died in mid-sentence; the next one starts anew.
    }
  }

  /** Sends a line if there is a client; whole lines, from any thread. */
  public synchronized void send(String line) {
    SocketChannel to = client;
    if (to == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    } catch (IOException e) {
      client = null; // gone; its reader ends the conversation
    }
  }

  /** For how long nobody has been there; 0 while somebody is. */
  public long aloneNs() {
    return client == null ? System.nanoTime() - aloneSinceNs : 0;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
