package org.deltabed.lab.virtual;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.deltabed.lab.witness.ControlClient;
import org.deltabed.wiring.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One movement of a hand: connects, does it, and goes. */
public final class HandReach {

  private static final ObjectMapper JSON = new ObjectMapper();

  private HandReach() {}

  /**
   * Does something to a node.
   *
   * @param socket the hand's place at a virtual testbed
   * @param operation {@code pull plug pause resume state}
   * @return how the node is after it
   * @throws BadInput if it cannot be done, such as pulling what is unplugged
   * @throws IOException if the testbed has gone
   */
  public static String to(Path socket, String operation, int node) throws IOException {
    Path real = socket.toRealPath(); // a socket's path may have 107 bytes
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(real))) {
      String line = ControlClient.request(operation).put("node", node) + "\n";
      Channels.newOutputStream(channel).write(line.getBytes(StandardCharsets.UTF_8));
      String reply =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).readLine();
      if (reply == null) {
        throw new IOException("the virtual testbed has gone");
      }
      JsonNode answer = JSON.readTree(reply);
      if (!answer.path("ok").asBoolean(false)) {
        throw new BadInput(
            "virtual " + operation + " " + node,
            0,
            answer.path("error").asString("it was refused"),
            "look how it is: ./deltabed virtual state " + node);
      }
      return answer.get("state").asString();
    }
  }
}
