package org.deltabed.hardware.virtual;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.extension.Plugin;
import com.pi4j.extension.PluginService;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Pi4J providers on a {@link VirtualPinBoard} of another process. Found by Pi4J's auto-detection
 * when the system property {@value #SOCKET_PROPERTY} names the board's socket, and else of no
 * effect; or used directly by {@link #newContext}.
 */
public final class VirtualPinsPlugin implements Plugin {

  /** Path of the board's socket. */
  public static final String SOCKET_PROPERTY = "deltabed.pins.socket";

  /** For Pi4J. */
  public VirtualPinsPlugin() {}

  /** A Pi4J context that has a board's lines and nothing else, whatever plugins there may be. */
  public static Context newContext(Path socket) throws IOException {
    PinClient board = PinClient.connect(socket);
    return Pi4J.newContextBuilder()
        .noAutoDetect()
        .disableShutdownHook()
        .add(new VirtualInputProvider(board), new VirtualOutputProvider(board))
        .build();
  }

  @Override
  public void initialize(PluginService service) throws InitializeException {
    String socket = System.getProperty(SOCKET_PROPERTY, "");
    if (socket.isEmpty()) {
      return;
    }
    PinClient board;
    try {
      board = PinClient.connect(Path.of(socket));
    } catch (IOException e) {
      throw new InitializeException(e);
    }
    service.register(new VirtualInputProvider(board), new VirtualOutputProvider(board));
  }
}
